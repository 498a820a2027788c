import { useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Message, Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { isTakenBack, type Batch } from './batch.ts'
import { PaperView } from './PaperView.tsx'

/** F19: as issued once the batch is sealed, before that as it would be; of a batch taken back the last one, now void. */
export function BatchPaper({ batch }: { readonly batch: Batch }) {
  const text = useText('claims')
  const summaries = batch.papers.filter(({ form }) => form === 'F19')
  const isOver = isTakenBack(batch.status)
  const shown = summaries.find(({ status }) => isOver || status === 'issued')
  if (shown) return <PaperView paperId={shown.id} name={`${text('paper')} ${shown.number}`} />
  if (isOver) return <Message tone="wait">{text('noPaper')}</Message>
  if (batch.claims.length === 0) return <Message tone="wait">{text('batchEmpty')}</Message>
  return <Draft batch={batch} />
}

function Draft({ batch: { id, revision } }: { readonly batch: Batch }) {
  const text = useText('claims')
  const { data: file, error, refetch } = useApiQuery('papers', 'previewDraft', { form: 'F19', ref: id })
  return (
    <>
      <Message tone="wait">{text('draftPaper')}</Message>
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!file && !error && <Loading />}
      {file && <PdfPreview beside key={revision} fileId={file.fileId} name={file.name} copies={file.copies} />}
    </>
  )
}
