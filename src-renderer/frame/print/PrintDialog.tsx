import { useApiQuery, type ApiInput } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { PaperChoice } from './PaperChoice.tsx'
import { PaperPrint } from './PaperPrint.tsx'
import { usePaperLook } from './use-printing.ts'

type Draft = ApiInput<'papers', 'previewDraft'>
type Props = { readonly title: string; readonly onClose: () => void } & (
  | { readonly ids: readonly number[]; readonly draft?: never }
  | { readonly draft: Draft; readonly ids?: never }
)

/** The real paper over the page, printed with Ctrl+P; a draft can only be looked at. */
export function PrintDialog({ title, onClose, ...paper }: Props) {
  return (
    <Dialog title={title} open onClose={onClose} width={Math.min(1040, window.innerWidth - 64)}>
      <div className="print-dialog">{paper.draft === undefined ? <PaperPrint ids={paper.ids} /> : <DraftPaper draft={paper.draft} />}</div>
    </Dialog>
  )
}

function DraftPaper({ draft }: { readonly draft: Draft }) {
  const { seat, look, setLook } = usePaperLook(draft.form)
  const { data, error, refetch } = useApiQuery(
    'papers',
    'previewDraft',
    { ...draft, options: look },
    { enabled: seat !== undefined, keepPrevious: true },
  )
  return (
    <div className="paper-print">
      {seat !== undefined && <PaperChoice stock={seat.stock} printing={seat.printing} look={look} onChange={setLook} />}
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && <PdfPreview fileId={data.fileId} name={data.name} copies={data.copies} />}
    </div>
  )
}
