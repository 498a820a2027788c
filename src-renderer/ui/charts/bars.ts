import type { Colour } from '../../theme/tokens.ts'

export type BarSeries = { readonly name: string; readonly colour: Colour; readonly values: readonly number[] }
export type BarsProps = {
  readonly label: string
  /** what stands under (or, lying, beside) each bar */
  readonly names: readonly string[]
  /** stacked on each other */
  readonly series: readonly BarSeries[]
  readonly lying?: boolean
  /** heading of the names in the table for those who listen */
  readonly nameTitle: string
}
