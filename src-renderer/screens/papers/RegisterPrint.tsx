import { useApiQuery, type ApiInput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import '../../frame/print/print.css'

/** The register as it is narrowed, on plain sheets; Ctrl+P prints. */
export function RegisterPrint({ filter, text: typed, onClose }: ApiInput<'numbers', 'print'> & { readonly onClose: () => void }) {
  const text = useText('numbers')
  const { data, error, refetch } = useApiQuery('numbers', 'print', { filter, text: typed })
  return (
    <Dialog title={text('printTitle')} open onClose={onClose} width={Math.min(1180, window.innerWidth - 64)}>
      <div className="print-dialog"><div className="paper-print">
        <Notice refusal={error} onRetry={() => void refetch()} />
        {!data && !error && <Loading />}
        {data && <PdfPreview fileId={data.fileId} name={data.name} copies={data.copies} />}
      </div></div>
    </Dialog>
  )
}
