import { useState } from 'react'
import { addMonths, firstOfMonth, lastOfMonth, type LocalDate } from '#domain/dates'
import type { FormId } from '#domain/form-ids'
import { useApiCommand, useApiQuery, type ApiInput, type ApiOutput } from '../../api.ts'
import { today } from '../../format.ts'
import { directPrint, groupsByPrinter, usePrintings } from '../../frame/print/use-printing.ts'
import { useText } from '../../messages/index.ts'
import { printFile } from '../../transport.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { DayInput, TextInput, TickInput } from '../../ui/fields/inputs.tsx'
import { FieldGrid } from '../../ui/Form.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Table } from '../../ui/Table.tsx'
import { useStopWhenLeft, useWatched, wasStopped } from '../../ui/use-watched.ts'

type Into = ApiInput<'papers', 'printPeriod'>['into']
type State = ApiInput<'papers', 'printPeriod'>['state']
type Counted = ApiOutput<'papers', 'countPeriod'>[number]

/** Drawn beside the main thread: how far it is, and a way to stop; stopped when nobody waits for it any more. */
function usePeriodPrint() {
  const print = useApiCommand('papers', 'printPeriod')
  const [exportId, setExportId] = useState<string | null>(null)
  const { progress, stop } = useWatched(exportId, print.running)
  useStopWhenLeft(exportId)
  const run = (asked: Omit<ApiInput<'papers', 'printPeriod'>, 'exportId'>) => {
    const id = crypto.randomUUID()
    setExportId(id)
    return print.run({ exportId: id, ...asked })
  }
  const isStopped = wasStopped(print.refusal)
  return { run, stop, running: print.running, progress, isStopped, refusal: isStopped ? null : print.refusal, clear: print.clear }
}

/** The papers of a period, of the chosen forms: to the printer, as one PDF, or one PDF for each form. */
export function PeriodPrintDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText('papers')
  const [from, setFrom] = useState<LocalDate | null>(firstOfMonth(today()))
  const [to, setTo] = useState<LocalDate | null>(today())
  const [state, setState] = useState<State>('unprinted')
  const [into, setInto] = useState<Into>('printer')
  const [left, setLeft] = useState<readonly FormId[]>([])
  const [reason, setReason] = useState('')
  const [done, setDone] = useState('')
  const work = usePeriodPrint()
  const printings = usePrintings()
  const isPeriod = from !== null && to !== null && from <= to
  const { data: counted = [], error } = useApiQuery(
    'papers',
    'countPeriod',
    { from: from ?? today(), to: to ?? today(), state },
    { enabled: isPeriod, keepPrevious: true },
  )
  const chosen = counted.filter(({ form }) => !left.includes(form))
  const sum = (pick: (row: Counted) => number) => chosen.reduce((all, row) => all + pick(row), 0)
  const total = isPeriod ? sum(({ count }) => count) : 0
  const asksWhy = into === 'printer' && sum(({ again }) => again) > 0
  const span = (months: number) => {
    const first = addMonths(firstOfMonth(today()), months)
    setFrom(first)
    setTo(months === 0 ? today() : lastOfMonth(first))
  }
  const run = async () => {
    if (from === null || to === null) return
    setDone('')
    const forms = chosen.map(({ form }) => form)
    const looks = Object.fromEntries(printings.map(({ form, printing }) => [form, printing.look]))
    const said = { papers: 0, pages: 0 }
    for (const group of into === 'printer'
      ? groupsByPrinter(printings.filter(({ form }) => forms.includes(form)))
      : [{ forms, printing: null }]) {
      const file = await work.run({ from, to, forms: [...group.forms], state, into, looks, reason })
      if (file === null) return
      said.papers += file.papers
      said.pages += file.pages
      setDone(text(into === 'printer' ? 'periodPrinted' : 'periodSaved', said))
      if (group.printing !== null) await printFile(file.fileId, directPrint(group.printing, file.sheet))
      else saveFile(file)
    }
  }
  const word = text(into === 'printer' ? 'periodPrint' : 'periodSave')
  return (
    <Dialog
      title={text('periodTitle')}
      open
      onClose={work.running ? work.stop : onClose}
      width={680}
      isDone={done !== '' && !work.running}
      refusal={work.refusal}
      act={{
        word: total === 0 ? word : text('periodCount', { word, count: total }),
        run,
        running: work.running,
        disabled: total === 0 || (asksWhy && reason.trim().length < 2),
      }}
    >
      <Notice refusal={error} />
      <FieldGrid columns={2}>
        <FieldShell name="periodFrom" label={text('periodFrom')}>
          {({ id }) => <DayInput id={id} value={from} onChange={setFrom} />}
        </FieldShell>
        <FieldShell name="periodTo" label={text('periodTo')}>
          {({ id }) => <DayInput id={id} value={to} onChange={setTo} />}
        </FieldShell>
      </FieldGrid>
      <div className="period-line">
        <Button size="small" kind="quiet" onClick={() => span(0)}>
          {text('thisMonth')}
        </Button>
        <Button size="small" kind="quiet" onClick={() => span(-1)}>
          {text('lastMonth')}
        </Button>
        <span className="spring" />
        <Views<State>
          label={text('status')}
          value={state}
          onChange={setState}
          views={[
            { value: 'unprinted', label: text('unprinted') },
            { value: 'all', label: text('allPrints') },
          ]}
        />
      </div>
      <Forms counted={isPeriod ? counted : []} left={left} onLeft={setLeft} />
      <div className="period-line">
        <span className="muted">{text('into')}</span>
        <Views<Into>
          label={text('into')}
          value={into}
          onChange={setInto}
          views={[
            { value: 'printer', label: text('intoPrinter') },
            { value: 'pdf', label: text('intoPdf') },
            { value: 'zip', label: text('intoZip') },
          ]}
        />
      </div>
      {asksWhy && (
        <FieldShell name="periodReason" label={text('periodReason', { count: sum(({ again }) => again) })}>
          {({ id }) => <TextInput id={id} value={reason} onChange={setReason} maxLength={100} />}
        </FieldShell>
      )}
      {work.running && (
        <Progress label={text('periodDrawing')} done={work.progress?.done ?? null} of={work.progress?.of ?? total} onStop={work.stop} />
      )}
      {work.isStopped && !work.running && (
        <Message tone="warn">
          {text(into !== 'printer' ? 'periodStoppedFile' : done === '' ? 'periodStopped' : 'periodStoppedRest')}
        </Message>
      )}
      {done !== '' && !work.running && <Message tone="ok">{done}</Message>}
    </Dialog>
  )
}

/** Every form with papers in the period; those ticked off are left out. */
function Forms({
  counted,
  left,
  onLeft,
}: {
  readonly counted: readonly Counted[]
  readonly left: readonly FormId[]
  readonly onLeft: (left: readonly FormId[]) => void
}) {
  const text = useText('papers')
  const formName = useText('formNames')
  return (
    <div className="period-forms">
      <Table<Counted>
        label={text('form')}
        rows={counted}
        rowKey={({ form }) => form}
        empty={text('periodNone')}
        columns={[
          {
            key: 'form',
            title: text('form'),
            render: ({ form }) => (
              <TickInput
                value={!left.includes(form)}
                onChange={(on) => onLeft(on ? left.filter((each) => each !== form) : [...left, form])}
              >
                {form} {formName(form)}
              </TickInput>
            ),
          },
          { key: 'count', title: text('periodPapers'), width: 80, right: true, render: ({ count }) => count },
          { key: 'again', title: text('periodAgain'), width: 110, right: true, render: ({ again }) => (again === 0 ? '' : again) },
        ]}
      />
    </div>
  )
}
