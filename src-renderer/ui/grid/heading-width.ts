/** Room a heading needs in px at scale 1: hanzi are about 12 px wide, bold Latin 7; the cell's edges, its sort sign and handle come to 26. */
export function headingWidth(title: string): number {
  return 26 + [...title].reduce((sum, sign) => sum + (/[\u2e80-\uffff]/u.test(sign) ? 12 : 7), 0)
}
