import type { RowOf } from '../../ui/Grid.tsx'

export type PartRow = RowOf<'catalogue', 'listParts'>
