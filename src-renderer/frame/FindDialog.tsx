/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- the list belongs to the input, which keeps the focus and the keys (combobox pattern) */
import { useCallback, useMemo, useState, type KeyboardEvent } from 'react'
import { createPortal } from 'react-dom'
import { useNavigate } from 'react-router'
import type { AppError } from '#domain/errors'
import { refusalOf, useApiQuery } from '../api.ts'
import { useText, type WordTable } from '../messages/index.ts'
import { Notice } from '../ui/Notice.tsx'
import { FrameNumber, StatusTag } from '../ui/values.tsx'
import { fitting, useCommands, type Command } from './find/commands.ts'
import { useFirstAct, type FirstAct } from './find/first-act.ts'
import { useRecent, wayTo } from './find/recent.ts'
import { useFound, type Found } from './find/use-found.ts'

const kindKeys = {
  workOrder: 'kindWorkOrder',
  partsRequest: 'kindPartsRequest',
  customer: 'kindCustomer',
  unit: 'kindUnit',
  part: 'kindPart',
  paper: 'kindPaper',
  claim: 'kindClaim',
  batch: 'kindBatch',
  manifest: 'kindManifest',
  returnedPart: 'kindReturnedPart',
  command: 'command',
  page: 'goTo',
  setting: 'kindSetting',
  form: 'kindForm',
} as const
const statusTables: Partial<Record<Found['kind'], WordTable>> = {
  workOrder: 'workOrderStatus',
  partsRequest: 'requestStatus',
  paper: 'paperStatus',
  claim: 'claimStatus',
  batch: 'batchStatus',
  manifest: 'manifestStatus',
  returnedPart: 'returnedPartStatus',
}

type Line = { readonly key: string; readonly found: Found } | { readonly key: string; readonly command: Command }
type Question = { readonly said: string; readonly run: () => Promise<void> | void }
type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly onKeys: () => void
  readonly onHelp: () => void
  readonly onPrint: (paperId: number) => void
}

/**
 * Ctrl+K: anything by any of its names, and everything that can be done. The platform's own dialog, because it has the
 * cursor in its input before the next key arrives; the library's shows itself some frames later, and whoever types on at
 * once would type into the page below.
 */
export function FindDialog({ open, onClose, ...rest }: Props) {
  const text = useText('frame')
  const shown = useCallback((dialog: HTMLDialogElement | null) => {
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  if (!open) return null
  // closed by a press beside it: only its own edge is the dialog itself, everything else is inside
  return createPortal(
    <dialog
      className="find-dialog"
      ref={shown}
      aria-label={text('find')}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="find-body">
        <FindBody onClose={onClose} {...rest} />
      </div>
    </dialog>,
    document.body,
  )
}

/** Records and commands under what is typed: an exact abbreviation first, then records, then what else fits. */
function useLines(typed: string, sheets: Pick<Props, 'onKeys' | 'onHelp'>): { readonly lines: readonly Line[]; readonly settled: boolean } {
  const asked = typed.trim()
  const { text: answered, hits } = useFound(asked)
  const recent = useRecent()
  const { data: recalled = [] } = useApiQuery(
    'home',
    'recall',
    { records: recent.map(({ kind, id }) => ({ kind, id })) },
    { enabled: recent.length > 0 },
  )
  const commands = useCommands(sheets)
  const lines = useMemo(() => {
    const fits = fitting(commands, asked)
    const exact = fits.filter(({ letters }) => asked !== '' && letters === asked.toLowerCase())
    const records = (asked === '' ? recalled : hits).map((found): Line => ({ key: `${found.kind}-${found.id}`, found }))
    const asLine = (command: Command): Line => ({ key: command.key, command })
    return [...exact.map(asLine), ...records, ...fits.filter((each) => !exact.includes(each)).map(asLine)]
  }, [asked, hits, recalled, commands])
  return { lines, settled: asked === '' || answered === asked }
}

function FindBody({ onClose, onPrint, ...sheets }: Omit<Props, 'open'>) {
  const text = useText('frame')
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [question, setQuestion] = useState<Question | null>(null)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const { lines, settled } = useLines(typed, sheets)
  const firstAct = useFirstAct(onPrint)
  const here = Math.min(at, Math.max(0, lines.length - 1))
  const line = lines[here]
  const act = line !== undefined && 'found' in line ? firstAct(line.found) : null

  const perform = (asks: string | null, run: Question['run']) => {
    setRefusal(null)
    if (asks !== null && question === null) return setQuestion({ said: asks, run })
    setQuestion(null)
    return void Promise.resolve(run()).then(onClose, (error: unknown) => setRefusal(refusalOf(error)))
  }
  const open = (chosen: Line | undefined) => {
    if (chosen === undefined) return
    if ('command' in chosen) return perform(chosen.command.asks, chosen.command.run)
    onClose()
    return void navigate(wayTo[chosen.found.kind](chosen.found.id))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const confirms = event.key === 'Enter' && question !== null
    if (event.key === 'Escape') {
      if (question === null) onClose()
      else setQuestion(null)
    } else if (confirms) perform(null, question.run)
    else if (event.key === 'ArrowDown') setAt(Math.min(lines.length - 1, here + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, here - 1))
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && act !== null) perform(act.asks, act.run)
    else if (event.key === 'Enter') open(line)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const type = (next: string) => {
    setTyped(next)
    setAt(0)
    setQuestion(null)
    setRefusal(null)
  }
  return (
    <>
      <input
        className="find-input"
        role="combobox"
        aria-expanded
        aria-controls="find-list"
        aria-activedescendant={`find-${here}`}
        aria-label={text('find')}
        placeholder={text('findStart')}
        value={typed}
        maxLength={60}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKey}
      />
      <div className="find-list" id="find-list" role="listbox" aria-label={text('find')} aria-busy={!settled}>
        {lines.map((each, index) => (
          <FoundLine
            key={each.key}
            line={each}
            index={index}
            isHere={index === here}
            act={index === here ? act : null}
            onPoint={() => setAt(index)}
            onOpen={() => open(each)}
          />
        ))}
        {lines.length === 0 && settled && <div className="find-none">{text('findNothing', { text: typed })}</div>}
      </div>
      <Notice refusal={refusal} />
      <div className="find-foot" role="status">
        {question !== null ? (
          <>
            <b className="tone-warn">! {question.said}</b>
            <span className="spring" />
            <kbd className="key">Enter</kbd>
            {text('confirmIt')}
            <kbd className="key">Esc</kbd>
            {text('notNow')}
          </>
        ) : (
          <>
            <kbd className="key">↑↓</kbd>
            {text('walk')}
            <kbd className="key">Enter</kbd>
            {text('openIt')}
            {act !== null && (
              <>
                <kbd className="key">Ctrl+Enter</kbd>
                {act.word}
              </>
            )}
            <span className="spring" />
            <kbd className="key">Esc</kbd>
            {text('closeIt')}
          </>
        )}
      </div>
    </>
  )
}

type LineProps = {
  readonly line: Line
  readonly index: number
  readonly isHere: boolean
  readonly act: FirstAct | null
  readonly onPoint: () => void
  readonly onOpen: () => void
}

function FoundLine({ line, index, isHere, act, onPoint, onOpen }: LineProps) {
  const text = useText('frame')
  const { kind, title, frameNo, detail, status } = 'found' in line ? line.found : { ...line.command, frameNo: undefined, status: null }
  const table = 'found' in line ? statusTables[line.found.kind] : undefined
  return (
    <div
      id={`find-${index}`}
      role="option"
      aria-selected={isHere}
      className="find-hit"
      // a list that opens under a resting mouse must not choose for whoever types
      onMouseMove={({ movementX, movementY }) => {
        if (!isHere && (movementX !== 0 || movementY !== 0)) onPoint()
      }}
      onClick={onOpen}
      ref={(place) => {
        if (isHere) place?.scrollIntoView({ block: 'nearest' })
      }}
    >
      <span className="find-kind">{text(kindKeys[kind])}</span>
      {title !== '' && <span className="find-title">{title}</span>}
      {frameNo !== undefined && <FrameNumber value={frameNo} />}
      {table !== undefined && status !== null && <StatusTag table={table} code={status} />}
      <span className="find-detail" title={detail}>
        {detail}
      </span>
      <span className="spring" />
      {act !== null && <span className="find-act">{act.word}</span>}
      {'command' in line && line.command.hint !== '' && <kbd className="key">{line.command.hint}</kbd>}
    </div>
  )
}
