import { useState } from 'react'
import { batchAction } from '#domain/claim-batch'
import { stopsOf } from '#domain/errors'
import { mayDo } from '#domain/permissions'
import { announce, useApiCommand } from '../../api.ts'
import { proposePerson, useDoneBy, useMay, useMe, useSession } from '../../frame/session.ts'
import { useText, useWord } from '../../messages/index.ts'
import { atRevision } from '../../own-changes.ts'
import { Dialog, ReasonDialog } from '../../ui/Dialog.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { StepBar, type BarStep } from '../../ui/StepBar.tsx'
import { useWatched, wasStopped } from '../../ui/use-watched.ts'
import { TickInput } from '../../ui/fields/inputs.tsx'
import { isTakenBack, type Batch } from './batch.ts'
import { useBatchWords } from './claim-words.ts'

const way = ['draft', 'sealed', 'submitted', 'accepted', 'reviewed', 'toInvoice', 'invoiced', 'settled', 'reconciled'] as const
/** What is done on this page; the manufacturer's answers are entered where they arrive. */
const here = ['seal', 'confirm', 'switchUser', 'export', 'submit', 'unseal', 'withdraw', 'void']
const reasons = {
  unseal: ['unsealTitle', 'unsealHint'],
  withdraw: ['withdrawTitle', 'withdrawHint'],
  void: ['voidBatchTitle', 'voidBatchHint'],
} as const
type Asking = keyof typeof reasons | 'submit' | null

const isReasoned = (event: string): event is keyof typeof reasons => event in reasons

/** Sealed and not confirmed, and this person may not: somebody else must sign in. */
function awaitsAnother({ status, steps }: Batch): boolean {
  const confirm = steps.find(({ event }) => event === 'confirm')
  return status === 'sealed' && confirm !== undefined && !isConfirmed(steps) && (!confirm.allowed || stopsOf(confirm.problems).length > 0)
}

function isConfirmed(steps: Batch['steps']): boolean {
  return steps.some(({ event, problems }) => event === 'confirm' && problems.some(({ key }) => key === 'batch.alreadyConfirmed'))
}

export function SwitchHint({ batch }: { readonly batch: Batch }) {
  const text = useText('claims')
  return awaitsAnother(batch) ? <Message tone="now">{text('switchHint', { handler: batch.handler })}</Message> : null
}

/** The steps of the batch with 换人 and 导出 put where the work has them (settled.md 17, 19). */
function stepsOf(batch: Batch, mayExport: boolean, words: { readonly switchUser: string; readonly export: string }): readonly BarStep[] {
  const open = (event: string, word: string): BarStep => ({ event, word, allowed: true, problems: [] })
  const confirm = batch.steps.find(({ event }) => event === 'confirm')
  const unconfirmed = batch.status === 'sealed' && !isConfirmed(batch.steps)
  const rest = batch.steps.filter(({ event }) => event !== 'confirm' && !(unconfirmed && event === 'submit'))
  const first: BarStep[] = []
  if (unconfirmed && confirm) first.push(awaitsAnother(batch) ? open('switchUser', words.switchUser) : confirm)
  if (batch.status === 'sealed' && !unconfirmed && batch.exportedAt === null && mayExport) first.push(open('export', words.export))
  return [...first, ...rest.filter(({ event }) => !(first.some((step) => step.event === 'export') && event === 'submit'))].filter(
    ({ event }) => here.includes(event),
  )
}

export function BatchSteps({ batch, onExported }: { readonly batch: Batch; readonly onExported: () => void }) {
  const text = useText('claims')
  const word = useWord()
  const { stepWord } = useBatchWords()
  const mayExport = useMay('confirmBatch')
  const doneBy = useDoneBy(batchAction)
  const me = useMe()
  const { people } = useSession()
  const step = useApiCommand('batches', 'step')
  const exporting = useApiCommand('batches', 'export')
  const [exportId, setExportId] = useState<string | null>(null)
  const { progress, stop } = useWatched(exportId, exporting.running)
  const isStopped = wasStopped(exporting.refusal)
  const signOut = useApiCommand('session', 'signOut')
  const [asking, setAsking] = useState<Asking>(null)
  const [stamped, setStamped] = useState(false)
  const [saved, setSaved] = useState<{ readonly fileId: string; readonly name: string } | null>(null)
  const { id, revision, no, status, handler } = batch
  const steps = stepsOf(batch, mayExport, { switchUser: text('switchUser'), export: text('export') }).map((each) => ({
    ...each,
    word: stepWord(each.event, each.word),
    doneBy: doneBy(each.event),
  }))
  const take = async (event: string, reason = '') => {
    const taken = await atRevision(`batch:${id}`, revision, (now) =>
      step.run({ id, revision: now, event, reason, ticked: event === 'submit' && stamped }),
    )
    if (taken !== null) setAsking(null)
  }
  const exportFile = async () => {
    const asked = crypto.randomUUID()
    setExportId(asked)
    const file = await exporting.run({ id, exportId: asked })
    if (file === null) return
    saveFile(file)
    setSaved(file)
    onExported()
  }
  /** Offers another person's tile; after signing in they are back on this very page. */
  const switchUser = async () => {
    const other = people.find((person) => person.id !== me.id && person.name !== handler && mayDo(person.role, 'confirmBatch'))
    if ((await signOut.run({})) === null) return
    if (other) proposePerson(other.id)
    announce(['*'])
  }
  const onStep = (event: string) => {
    if (event === 'export') void exportFile()
    else if (event === 'switchUser') void switchUser()
    else if (event === 'submit') setAsking('submit')
    else if (isReasoned(event)) setAsking(event)
    else void take(event)
  }
  return (
    <>
      <StepBar
        states={way.map((code) => ({ code, word: word('batchStatus', code) }))}
        current={status}
        steps={steps}
        onStep={onStep}
        onJump={(field) => (field === 'stamped' ? setAsking('submit') : undefined)}
        running={step.running || exporting.running || signOut.running}
      />
      {exporting.running && <Progress label={text('exporting')} done={progress?.done ?? null} of={progress?.of ?? 0} onStop={stop} />}
      {isStopped && <Message tone="warn">{text('exportStopped')}</Message>}
      {asking === null && (
        <Notice
          refusal={step.refusal ?? (isStopped ? null : exporting.refusal)}
          onClose={() => {
            step.clear()
            exporting.clear()
          }}
        />
      )}
      {saved !== null && !isTakenBack(status) && (
        <Message
          tone="ok"
          action={
            <button type="button" className="link" onClick={() => saveFile(saved)}>
              {text('exportAgain')}
            </button>
          }
        >
          {text('exported', { name: saved.name })}
        </Message>
      )}
      {asking === 'submit' && (
        <Dialog
          title={text('submitTitle', { no })}
          open
          onClose={() => setAsking(null)}
          refusal={step.refusal}
          act={{ word: text('submit'), run: () => take('submit'), running: step.running, disabled: !stamped }}
        >
          <p className="muted">{text('submitHint')}</p>
          <TickInput value={stamped} onChange={setStamped}>
            {text('stamped')}
          </TickInput>
        </Dialog>
      )}
      {asking !== null && asking !== 'submit' && (
        <ReasonDialog
          title={text(reasons[asking][0], { no })}
          open
          onClose={() => setAsking(null)}
          word={steps.find(({ event }) => event === asking)?.word ?? ''}
          running={step.running}
          refusal={step.refusal}
          onReason={(reason) => take(asking, reason)}
        >
          <p className="muted">{text(reasons[asking][1])}</p>
        </ReasonDialog>
      )}
    </>
  )
}
