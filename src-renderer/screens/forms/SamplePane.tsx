import { useApiQuery } from '../../api.ts'
import { PaperChoice } from '../../frame/print/PaperChoice.tsx'
import { usePaperLook } from '../../frame/print/use-printing.ts'
import { useText } from '../../messages/index.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import type { FormRow } from './form-rows.ts'

/** The form as it is printed, filled with a made-up case. */
export function SamplePane({ row, manufacturerId }: { readonly row: FormRow; readonly manufacturerId: number }) {
  const text = useText('forms')
  const { seat, look, setLook } = usePaperLook(row.form)
  const { data, error, refetch } = useApiQuery(
    'forms',
    'sample',
    { form: row.form, manufacturerId, options: look },
    { enabled: seat !== undefined, keepPrevious: true },
  )
  return (
    <div className="form-pane">
      {seat !== undefined && <PaperChoice stock={seat.stock} printing={seat.printing} look={look} onChange={setLook} />}
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && <PdfPreview fileId={data.fileId} name={`${row.form} ${text('sample')}.pdf`} copies={data.copies} beside />}
    </div>
  )
}
