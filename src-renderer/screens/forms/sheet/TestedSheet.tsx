import type { MakerSheet } from '#domain/maker-sheet'
import { useApiQuery } from '../../../api.ts'
import { PaperChoice } from '../../../frame/print/PaperChoice.tsx'
import { usePaperLook } from '../../../frame/print/use-printing.ts'
import { useText } from '../../../messages/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PdfPreview } from '../../../ui/PdfPreview.tsx'
import { Loading } from '../../../ui/Progress.tsx'

/** A sheet as it comes out of the printer, filled with a made-up case; onto printed stock the data only. */
export function TestedSheet({
  manufacturerId,
  sheet,
  beside = false,
}: {
  readonly manufacturerId: number
  readonly sheet: MakerSheet
  /** where another act is the first */ readonly beside?: boolean
}) {
  const text = useText('makerSheets')
  const { seat, look, setLook } = usePaperLook('A14')
  const { data, error } = useApiQuery(
    'makerSheets',
    'test',
    { manufacturerId, sheet, options: look },
    { enabled: seat !== undefined, keepPrevious: true },
  )
  return (
    <div className="sheet-test">
      {seat !== undefined && <PaperChoice stock={seat.stock} printing={seat.printing} look={look} onChange={setLook} />}
      <Notice refusal={error} />
      {!data && !error && <Loading />}
      {data && <PdfPreview fileId={data.fileId} name={`A14 ${text('test')}.pdf`} copies={data.copies} beside={beside} />}
    </div>
  )
}
