/** The one place where colours and sizes are decided (ui.md Tokens). Applied as CSS variables, to antd and to AG Grid. */
export type Mode = 'light' | 'dark'
export type Density = 'comfortable' | 'dense'

const light = {
  page: '#f0f2f5',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f5f6f8',
  line: '#e5e7eb',
  lineStrong: '#cfd4dc',
  text: '#1a1d23',
  muted: '#5b6472',
  faint: '#646d7c',
  accent: '#0f5fd7',
  accentHover: '#0b4fb6',
  accentText: '#ffffff',
  accentSoft: '#e8f0fd',
  hover: '#f3f6fb',
  selected: '#e3edfc',
  ok: '#1f7a3d',
  okSoft: '#e7f4ec',
  warn: '#9a5b00',
  warnSoft: '#fdf3e0',
  stop: '#b3261e',
  stopSoft: '#fcebea',
  wait: '#5b6472',
  waitSoft: '#eef0f3',
  navigation: '#f7f8fa',
  navigationText: '#3b4452',
  navigationHover: '#eceff4',
  navigationOn: '#e3edfc',
  navigationOnText: '#0b4fb6',
  chart1: '#2f74d8',
  chart2: '#b86e00',
  chart3: '#2a8f81',
  chart4: '#6b57c9',
  chart5: '#1f7a3d',
  chart6: '#8b94a3',
  shadow: '0 6px 24px rgba(16, 24, 40, 0.16)',
}

export type Colour = keyof typeof light

const dark: Record<Colour, string> = {
  page: '#101216',
  surface: '#16181d',
  raised: '#1d2027',
  sunken: '#101216',
  line: '#2b303a',
  lineStrong: '#3d4450',
  text: '#e8eaee',
  muted: '#a3acb9',
  faint: '#8590a0',
  accent: '#6aa2ff',
  accentHover: '#8bb7ff',
  accentText: '#0b1526',
  accentSoft: '#1b2a44',
  hover: '#20242c',
  selected: '#22314b',
  ok: '#6cc48b',
  okSoft: '#16291e',
  warn: '#e0a64a',
  warnSoft: '#2f2614',
  stop: '#f28b82',
  stopSoft: '#331c1b',
  wait: '#a3acb9',
  waitSoft: '#23272f',
  navigation: '#13151a',
  navigationText: '#b6bec9',
  navigationHover: '#1d2129',
  navigationOn: '#1f2d47',
  navigationOnText: '#a9c8ff',
  chart1: '#5b95ea',
  chart2: '#d9993d',
  chart3: '#4fb3a4',
  chart4: '#9a8ae6',
  chart5: '#58b07a',
  chart6: '#747d8b',
  shadow: '0 6px 24px rgba(0, 0, 0, 0.5)',
}

export const colours: Record<Mode, Record<Colour, string>> = { light, dark }

/** The copies' colours on paper and in the preview's tabs. */
export const copyStripes = { white: '#e5e7eb', red: '#f3b4b4', yellow: '#f2d98b', blue: '#b9d4f1', green: '#bfe0c2' } as const

export const fontStack = '"Noto Sans SC", "Microsoft YaHei UI", "Noto Sans CJK SC", system-ui, sans-serif'
export const monoStack = '"Cascadia Mono", Consolas, "Noto Sans Mono CJK SC", "DejaVu Sans Mono", ui-monospace, monospace'

export type Sizes = {
  readonly body: number
  readonly small: number
  readonly section: number
  readonly title: number
  readonly row: number
  readonly field: number
}

const base: Record<Density, Sizes> = {
  comfortable: { body: 13, small: 12, section: 15, title: 18, row: 30, field: 30 },
  dense: { body: 13, small: 12, section: 14, title: 17, row: 26, field: 28 },
}

/** Sizes in px at a scale of 1.0 to 1.5. */
export function sizesAt(density: Density, scale: number): Sizes {
  const { body, small, section, title, row, field } = base[density]
  const at = (size: number) => Math.round(size * scale)
  return { body: at(body), small: at(small), section: at(section), title: at(title), row: at(row), field: at(field) }
}
