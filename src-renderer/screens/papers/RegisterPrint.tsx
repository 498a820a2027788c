import { useApiQuery, type ApiInput } from '../../api.ts'
import { DrawingState } from '../../frame/print/DrawingState.tsx'
import { useDrawing, useDrawingId } from '../../frame/print/use-drawing.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import '../../frame/print/print.css'

/** The register as it is narrowed, on plain sheets; Ctrl+P prints. */
export function RegisterPrint({
  filter,
  text: typed,
  onClose,
}: Pick<ApiInput<'numbers', 'print'>, 'filter' | 'text'> & { readonly onClose: () => void }) {
  const text = useText('numbers')
  const printing = useText('printing')
  const exportId = useDrawingId({ filter, typed }, true)
  const drawing = useDrawing(exportId, useApiQuery('numbers', 'print', { filter, text: typed, exportId }))
  const { file } = drawing
  return (
    <Dialog title={text('printTitle')} open onClose={onClose} width={Math.min(1180, window.innerWidth - 64)}>
      <div className="print-dialog">
        <div className="paper-print">
          <DrawingState {...drawing} stoppedWord={printing('drawStopped')} />
          {!file && drawing.error === null && drawing.progress === null && <Loading />}
          {file && <PdfPreview fileId={file.fileId} name={file.name} copies={file.copies} />}
        </div>
      </div>
    </Dialog>
  )
}
