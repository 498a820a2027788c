import { useApiQuery } from '../../api.ts'
import { PrintDialog } from './PrintDialog.tsx'

/** One issued paper over whatever page one is on. */
export function PaperDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { data: paper } = useApiQuery('papers', 'get', { id })
  return paper === undefined ? null : <PrintDialog title={`${paper.title} ${paper.number}`} ids={[id]} onClose={onClose} />
}
