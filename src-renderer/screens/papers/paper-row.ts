import type { RowOf } from '../../ui/Grid.tsx'

export type PaperRow = RowOf<'papers', 'list'>
