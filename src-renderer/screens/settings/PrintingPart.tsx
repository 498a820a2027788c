import { useEffect, useState } from 'react'
import { isFormId } from '#domain/form-ids'
import {
  offsetOf,
  readSeatPrinting,
  storeSeatPrinting,
  withOffset,
  type FormStock,
  type PrintRule,
  type RuleOf,
  type SeatPrinting,
} from '../../frame/print/seat-printing.ts'
import { useApiQuery } from '../../api.ts'
import { useText, useWord } from '../../messages/index.ts'
import { platform, printers, type Printer } from '../../transport.ts'
import { Button } from '../../ui/Button.tsx'
import { TickInput } from '../../ui/fields/inputs.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'
import { Message } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { Table } from '../../ui/Table.tsx'
import { GridMeasures } from './GridMeasures.tsx'
import { OffsetInputs } from './OffsetInputs.tsx'
import { TestSheetDialog } from './TestSheetDialog.tsx'

/** What suits all papers of a seat at once; forms that do not fit keep their own. */
const forAllPapers = ['A5L', 'NCR241x280', 'NCR241x140', 'NCR241x93'] as const
const forAllLabels = ['LBL100x80', 'LBL150x100', 'LBL76x130', 'A4L-4up', 'A4P-6up', 'grid'] as const

/** How this seat prints: form → printer → paper, where the printer puts things beside their place, and sheets to measure it by. */
export function PrintingPart() {
  const text = useText('settings')
  const { data: stocks } = useApiQuery('papers', 'stocks', {})
  const [printing, setPrinting] = useState(readSeatPrinting)
  const put = (next: SeatPrinting) => {
    storeSeatPrinting(next)
    setPrinting(next)
  }
  const usesGrid = Object.values(printing.rules).some(({ profile }) => profile === 'grid')
  return (
    <Section id="printing" title={text('printing')} beside={text('printingHint')}>
      <div className="settings-stack">
        {stocks === undefined ? <Loading /> : <Rules printing={printing} stocks={stocks} onChange={put} />}
        {usesGrid && <GridMeasures grid={printing.grid} onChange={(grid) => put({ ...printing, grid })} />}
        <p className="muted small">{text('printingAlways')}</p>
        {platform === 'browser' && <Message tone="wait">{text('browserPrinting')}</Message>}
      </div>
    </Section>
  )
}

type RulesProps = {
  readonly printing: SeatPrinting
  readonly stocks: readonly FormStock[]
  readonly onChange: (printing: SeatPrinting) => void
}
type Row = { readonly of: RuleOf; readonly rule: PrintRule }

function Rules({ printing, stocks, onChange }: RulesProps) {
  const text = useText('settings')
  const formName = useText('formNames')
  const found = usePrinters()
  const [testing, setTesting] = useState<Row | null>(null)
  const nameOf = (of: RuleOf) => (of === 'papers' ? text('allPapers') : of === 'labels' ? text('allLabels') : `${of} ${formName(of)}`)
  const own = Object.entries(printing.rules).flatMap(([of, rule]): Row[] => (isFormId(of) ? [{ of, rule }] : []))
  const rows: Row[] = [
    { of: 'papers', rule: printing.rules.papers },
    { of: 'labels', rule: printing.rules.labels },
    ...own.toSorted((a, b) => a.of.localeCompare(b.of)),
  ]
  const put = ({ of, rule }: Row, part: Partial<PrintRule>) =>
    onChange({ ...printing, rules: { ...printing.rules, [of]: { ...rule, ...part } } })
  const remove = (of: RuleOf) =>
    onChange({
      ...printing,
      rules: {
        papers: printing.rules.papers,
        labels: printing.rules.labels,
        ...Object.fromEntries(own.flatMap((row) => (row.of === of ? [] : [[row.of, row.rule]]))),
      },
    })
  const free = stocks.filter(({ form }) => printing.rules[form] === undefined)
  return (
    <>
      <Table
        label={text('rules')}
        rows={rows}
        rowKey={({ of }) => of}
        empty=""
        columns={[
          { key: 'form', title: text('form'), width: 140, wrap: true, render: ({ of }) => nameOf(of) },
          ...(platform === 'desktop'
            ? [
                {
                  key: 'printer',
                  title: text('printer'),
                  width: 170,
                  render: (row: Row) => (
                    <PrinterChoice
                      label={`${nameOf(row.of)} ${text('printer')}`}
                      found={found}
                      value={row.rule.printer}
                      onChange={(printer) => put(row, { printer })}
                    />
                  ),
                },
              ]
            : []),
          {
            key: 'paper',
            title: text('paper'),
            width: 198,
            render: (row) => (
              <StockChoice
                label={`${nameOf(row.of)} ${text('paper')}`}
                row={row}
                stocks={stocks}
                onChange={(profile) => put(row, { profile })}
              />
            ),
          },
          {
            key: 'dataOnly',
            title: text('dataOnly'),
            width: 92,
            render: (row) => (
              <TickInput value={row.rule.dataOnly} onChange={(dataOnly) => put(row, { dataOnly })}>
                <span className="visually-hidden">{`${nameOf(row.of)} ${text('dataOnly')}`}</span>
              </TickInput>
            ),
          },
          {
            key: 'offset',
            title: text('offset'),
            width: 306,
            render: (row) => (
              <OffsetInputs
                label={nameOf(row.of)}
                offset={offsetOf(printing, row.of, row.rule)}
                onChange={(offset) => onChange(withOffset(printing, row.of, row.rule, offset))}
              />
            ),
          },
          {
            key: 'acts',
            title: text('testSheet'),
            width: 120,
            render: (row) => (
              <span className="settings-acts">
                <Button size="small" onClick={() => setTesting(row)}>
                  {text('testSheet')}
                </Button>
                {isFormId(row.of) && (
                  <Button size="small" kind="quiet" label={`${text('removeRule')} ${nameOf(row.of)}`} onClick={() => remove(row.of)}>
                    {text('removeRule')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      <div className="settings-add">
        <SelectInput
          aria-label={text('addRule')}
          placeholder={text('addRule')}
          value={null}
          choices={free.map(({ form }) => ({ value: form, label: nameOf(form) }))}
          onChange={(form) => {
            if (form !== null) put({ of: form, rule: { printer: null, profile: 'default', dataOnly: false } }, {})
          }}
        />
        <span className="muted small">{text('addRuleHint')}</span>
      </div>
      {testing !== null && (
        <TestSheetDialog
          name={nameOf(testing.of)}
          rule={testing.rule}
          paper={paperToTest(testing, stocks)}
          printing={printing}
          of={testing.of}
          onClose={() => setTesting(null)}
        />
      )}
    </>
  )
}

/** The paper of the rule; where each form has its own, the commonest. */
function paperToTest({ of, rule }: Row, stocks: readonly FormStock[]) {
  if (rule.profile !== 'default') return rule.profile
  return of === 'labels' ? 'LBL100x80' : (stocks.find(({ form }) => form === of)?.profiles[0] ?? 'A4P')
}

function usePrinters(): readonly Printer[] {
  const [found, setFound] = useState<readonly Printer[]>([])
  // a system that names no printers still has its dialog
  useEffect(() => {
    printers().then(setFound, () => setFound([]))
  }, [])
  return found
}

type StockProps = {
  readonly label: string
  readonly row: Row
  readonly stocks: readonly FormStock[]
  readonly onChange: (profile: PrintRule['profile']) => void
}

function StockChoice({ label, row: { of, rule }, stocks, onChange }: StockProps) {
  const text = useText('settings')
  const word = useWord()
  const [own, ...others] = stocks.find(({ form }) => form === of)?.profiles ?? []
  const names = of === 'papers' ? forAllPapers : of === 'labels' ? forAllLabels : others
  const choices = [
    { value: 'default' as const, label: own === undefined ? text('ownPaper') : text('ownPaperOf', { paper: word('paperStock', own) }) },
    ...names.map((name) => ({ value: name, label: word('paperStock', name) })),
  ]
  return (
    <SelectInput<PrintRule['profile']>
      aria-label={label}
      value={rule.profile}
      choices={choices}
      onChange={(profile) => {
        if (profile !== null) onChange(profile)
      }}
    />
  )
}

type PrinterProps = {
  readonly label: string
  readonly found: readonly Printer[]
  readonly value: string | null
  readonly onChange: (printer: string | null) => void
}

/** The printers this desk has; none chosen asks each time. */
function PrinterChoice({ label, found, value, onChange }: PrinterProps) {
  const text = useText('settings')
  const choices = found.map((printer) => ({ value: printer.name, label: printer.displayName }))
  const known =
    value === null || choices.some((choice) => choice.value === value)
      ? choices
      : [...choices, { value, label: text('printerGone', { name: value }) }]
  return <SelectInput empty placeholder={text('askEachTime')} aria-label={label} value={value} onChange={onChange} choices={known} />
}
