import { useState } from 'react'
import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { ReasonDialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { isLabel, LabelStock, plainStock, type Stock } from './LabelStock.tsx'
import type { PaperRow } from './paper-row.ts'
import { usePrint } from './use-print.ts'

/** All chosen papers in one print, labels side by side on their stock. */
export function PrintMany({ papers }: { readonly papers: readonly PaperRow[] }) {
  const text = useText('papers')
  const [stock, setStock] = useState<Stock>(plainStock)
  const [asking, setAsking] = useState(false)
  const ids = papers.map(({ id }) => id)
  const { data: file, error, refetch } = useApiQuery('papers', 'preview', { ids, options: stock }, { keepPrevious: true })
  const { print, running, refusal, clear } = usePrint()
  const again = papers.filter(({ printCount, status }) => printCount > 0 && status === 'issued').length
  const run = async (reason: string) => { if (await print(ids, stock, reason)) setAsking(false) }
  return (
    <div className="paper-detail">
      <header className="paper-head"><b>{text('chosen', { count: papers.length })}</b></header>
      {papers.some(({ form }) => isLabel(form)) && <LabelStock stock={stock} onChange={setStock} />}
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!asking && <Notice refusal={refusal} onClose={clear} />}
      {!file && !error && <Loading />}
      {file && <PdfPreview fileId={file.fileId} name={file.name} copies={file.copies} printing={running} onPrint={() => (again > 0 ? setAsking(true) : run(''))} />}
      {asking && <ReasonDialog title={text('reprintMany', { count: papers.length })} open onClose={() => setAsking(false)} word={text('reprint')} running={running} refusal={refusal} maxLength={100} onReason={run}><p className="muted">{text('reprintManyHint', { count: again })}</p></ReasonDialog>}
    </div>
  )
}
