import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { printFile } from '../../transport.ts'
import { Button } from '../../ui/Button.tsx'
import { ReasonDialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'

const options = { profile: 'default', startAt: 1 } as const

/** An issued paper as it is printed; printing it is logged, from the second time on with a reason. */
export function PaperView({ paperId, name }: { readonly paperId: number; readonly name: string }) {
  const text = useText('claims')
  const words = useText('papers')
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const { data: paper } = useApiQuery('papers', 'get', { id: paperId })
  const { data: file, error, refetch } = useApiQuery('papers', 'preview', { ids: [paperId], options })
  const print = useApiCommand('papers', 'print')
  const run = async (reason: string) => {
    const printed = await print.run({ ids: [paperId], options, reason })
    if (printed === null) return
    setAsking(false)
    await printFile(printed.fileId)
  }
  const again = paper !== undefined && paper.printCount > 0 && paper.status === 'issued'
  return (
    <>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!asking && <Notice refusal={print.refusal} onClose={print.clear} />}
      {!file && !error && <Loading />}
      {file && (
        <PdfPreview
          beside fileId={file.fileId} name={`${name}.pdf`} copies={file.copies} printing={print.running} onPrint={() => (again ? setAsking(true) : run(''))}
          actions={<Button size="small" kind="quiet" onClick={() => void navigate(`/papers/${paperId}`)}>{text('openVoucher')}</Button>}
        />
      )}
      {asking && <ReasonDialog title={words('reprintTitle', { number: paper?.number ?? '' })} open onClose={() => setAsking(false)} word={words('reprint')} running={print.running} refusal={print.refusal} maxLength={100} onReason={run}><p className="muted">{words('reprintHint')}</p></ReasonDialog>}
    </>
  )
}
