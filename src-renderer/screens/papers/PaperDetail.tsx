import { useState } from 'react'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { PaperPrint } from '../../frame/print/PaperPrint.tsx'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { ReasonDialog } from '../../ui/Dialog.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { StatusTag } from '../../ui/values.tsx'
import { TickInput } from '../../ui/fields/inputs.tsx'
import { PrintLog } from './PrintLog.tsx'

type Paper = ApiOutput<'papers', 'get'>

/** One paper as it is printed, its print log, 补打 and 作废. */
export function PaperDetail({ id }: { readonly id: number }) {
  const text = useText('papers')
  const [pane, setPane] = useState<'paper' | 'log'>('paper')
  const { data: paper, error } = useApiQuery('papers', 'get', { id })
  if (error) return <Notice refusal={error} />
  if (!paper) return <Loading />
  return (
    <div className="paper-detail">
      <header className="paper-head">
        <b className="figures">{paper.number}</b>
        <StatusTag table="paperStatus" code={paper.status} />
        <span className="muted small">{paper.formCode === '' ? paper.title : `${paper.formCode} · ${paper.title}`}</span>
        <span className="spring" />
        <Views
          label={text('printLog')}
          value={pane}
          onChange={setPane}
          views={[
            { value: 'paper', label: text('onePaper') },
            { value: 'log', label: text('log', { count: paper.printCount }) },
          ]}
        />
      </header>
      {paper.fromBlank && paper.voidedAt === null && <Message tone="now">{text('fromBlank')}</Message>}
      {paper.voidedAt !== null && (
        <Message tone="stop">{text('voidSaid', { at: dayTime(paper.voidedAt), reason: paper.voidReason })}</Message>
      )}
      {pane === 'paper' ? <Preview paper={paper} /> : <PrintLog prints={paper.prints} />}
    </div>
  )
}

function Preview({ paper }: { readonly paper: Paper }) {
  const text = useText('papers')
  const mayVoid = useMay('voidPaper')
  const [voiding, setVoiding] = useState(false)
  return (
    <>
      <PaperPrint
        ids={[paper.id]}
        name={`${paper.title} ${paper.number}.pdf`}
        actions={
          mayVoid && paper.status === 'issued' ? (
            <Button size="small" kind="danger" onClick={() => setVoiding(true)}>
              {text('void')}
            </Button>
          ) : undefined
        }
      />
      {voiding && <VoidDialog paper={paper} onClose={() => setVoiding(false)} />}
    </>
  )
}

function VoidDialog({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }) {
  const text = useText('papers')
  const [copiesBack, setCopiesBack] = useState(false)
  const voiding = useApiCommand('papers', 'void')
  return (
    <ReasonDialog
      title={text('voidTitle', { number: paper.number })}
      open
      onClose={onClose}
      word={text('void')}
      running={voiding.running}
      refusal={voiding.refusal}
      onReason={async (reason) => {
        if ((await voiding.run({ id: paper.id, reason, copiesBack })) !== null) onClose()
      }}
      after={
        paper.printCount > 0 && (
          <TickInput value={copiesBack} onChange={setCopiesBack}>
            {text('copiesBack')}
          </TickInput>
        )
      }
    >
      <p className="muted">{text('voidHint')}</p>
    </ReasonDialog>
  )
}
