import { useState } from 'react'
import { Link } from 'react-router'
import { useApiCommand } from '../../api.ts'
import { CallBackDialog } from '../../frame/CallBackDialog.tsx'
import { LabelFormChoice, useLabelForm } from '../../frame/print/LabelFormChoice.tsx'
import { PrintDialog } from '../../frame/print/PrintDialog.tsx'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Phone } from '../../ui/values.tsx'
import { wayTo, type DeskRow } from './desk-acts.ts'

type Props = { readonly row: DeskRow; readonly onDone: () => void; readonly onClose: () => void }

/** 回访, without leaving the desk: whom to call, and what was said. */
export function CallBackHere({ row, onDone, onClose }: Props) {
  const text = useText('home')
  const step = useApiCommand('workOrders', 'step')
  const run = async (reason: string) => {
    const taken = await step.run({ id: row.id, revision: row.revision, event: 'callBack', reason })
    if (taken !== null) onDone()
  }
  return (
    <CallBackDialog
      title={text('callTitle', { who: row.who })}
      running={step.running}
      refusal={step.refusal}
      onResult={run}
      onClose={onClose}
    >
      <p>
        {text('callPhone')}{' '}
        <b>
          <Phone value={row.phone} />
        </b>{' '}
        <span className="muted">
          {row.what} ·{' '}
          <Link className="link" to={wayTo(row)}>
            {row.no}
          </Link>
        </span>
      </p>
    </CallBackDialog>
  )
}

/** 贴标签, without leaving the desk: number, then the label for the printer. */
export function LabelHere({ row, onDone, onClose }: Props) {
  const text = useText('home')
  const partText = useText('oldParts')
  const [form, setForm] = useLabelForm()
  const [papers, setPapers] = useState<readonly number[] | null>(null)
  const label = useApiCommand('returnedParts', 'label')
  const run = async () => {
    const answer = await label.run({ ids: [row.id], form })
    if (answer !== null) setPapers(answer.papers.map(({ paperId }) => paperId))
  }
  if (papers !== null) return <PrintDialog title={partText('labelPaper')} ids={papers} onClose={onDone} />
  return (
    <Dialog
      title={text('labelTitle', { part: row.who })}
      open
      onClose={onClose}
      refusal={label.refusal}
      act={{ word: partText('labelDo'), running: label.running, run }}
    >
      <LabelFormChoice value={form} onChange={setForm} />
      <p className="muted">{partText('labelHint')}</p>
      {label.refusal && (
        <p>
          {text('needsFault')}{' '}
          <Link className="link" to={wayTo(row)}>
            {text('open', { no: row.no })} →
          </Link>
        </p>
      )}
    </Dialog>
  )
}
