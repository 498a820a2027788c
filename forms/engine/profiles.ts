/** Sheets and their margins in mm (domain.md §0.3). `usable` is the width a table must fill exactly. */
export type Profile = {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly usable: number
}

export type ProfileName = 'A4P' | 'A4L' | 'A5L' | 'LBL100x80' | 'LBL150x100' | 'A4L-4up'

function profile(width: number, height: number, top: number, bottom: number, left: number, right: number): Profile {
  return { width, height, top, bottom, left, right, usable: width - left - right }
}

export const profiles: Readonly<Record<ProfileName, Profile>> = {
  A4P: profile(210, 297, 15, 15, 18, 12),
  A4L: profile(297, 210, 12, 12, 12, 12),
  A5L: profile(210, 148, 8, 8, 12, 8),
  LBL100x80: profile(100, 80, 3, 3, 3, 3),
  LBL150x100: profile(150, 100, 4, 4, 4, 4),
  'A4L-4up': profile(297, 210, 2, 2, 2, 2),
}
