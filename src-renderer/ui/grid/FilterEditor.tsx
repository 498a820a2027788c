import { Checkbox } from 'antd'
import { useState } from 'react'
import type { LocalDate } from '#domain/dates'
import { periods, type Condition, type ConditionOp, type Period, type Range } from '#domain/list-filter'
import type { Fen } from '#domain/money'
import { useText } from '../../messages/index.ts'
import { Button } from '../Button.tsx'
import { DayInput, MoneyInput, NumberInput, TextInput } from '../fields/inputs.tsx'
import { SelectInput } from '../fields/SelectInput.tsx'
import type { Askable } from './conditions.ts'

type Draft = {
  readonly text: string
  readonly numbers: Range<number>
  readonly days: Range<LocalDate>
  readonly period: Period
  readonly codes: readonly string[]
  readonly yes: boolean
}
const nothing: Draft = {
  text: '',
  numbers: { from: null, to: null },
  days: { from: null, to: null },
  period: 'thisMonth',
  codes: [],
  yes: true,
}

function draftOf(condition: Condition | null): Draft {
  switch (condition?.op) {
    case 'contains':
    case 'equals':
    case 'starts':
      return { ...nothing, text: condition.value }
    case 'between':
      return { ...nothing, numbers: condition.value }
    case 'days':
      return { ...nothing, days: condition.value }
    case 'during':
      return { ...nothing, period: condition.value }
    case 'in':
      return { ...nothing, codes: condition.value }
    case 'is':
      return { ...nothing, yes: condition.value }
    case 'empty':
    case 'filled':
    case 'ids':
    case undefined:
      return nothing
  }
}

const inOrder = ({ from, to }: Range<number | string>) => (from !== null || to !== null) && (from === null || to === null || from <= to)

/** null: something is missing, or the ends are the wrong way round. */
function conditionOf(field: string, op: ConditionOp, { text, numbers, days, period, codes, yes }: Draft): Condition | null {
  switch (op) {
    case 'contains':
    case 'equals':
    case 'starts':
      return text.trim() === '' ? null : { field, op, value: text.trim() }
    case 'empty':
    case 'filled':
      return { field, op }
    case 'between':
      return inOrder(numbers) ? { field, op, value: numbers } : null
    case 'days':
      return inOrder(days) ? { field, op, value: days } : null
    case 'during':
      return { field, op, value: period }
    case 'in':
      return codes.length === 0 ? null : { field, op, value: codes }
    case 'is':
      return { field, op, value: yes }
    case 'ids':
      return null
  }
}

type Props = {
  readonly askable: readonly Askable[]
  readonly condition: Condition | null
  readonly onDone: (condition: Condition) => void
  readonly onCancel: () => void
}

/** One condition: column, comparison, value. Enter goes on to the next of them, on the last one it applies. */
export function FilterEditor({ askable, condition, onDone, onCancel }: Props) {
  const text = useText('grid')
  const [field, setField] = useState(condition?.field ?? null)
  const [op, setOp] = useState<ConditionOp | null>(condition?.op ?? null)
  const [draft, setDraft] = useState(draftOf(condition))
  const [wrong, setWrong] = useState(false)
  const asked = askable.find((each) => each.field === field)
  const comparison = asked === undefined ? null : op !== null && asked.ops.includes(op) ? op : (asked.ops[0] ?? null)
  const apply = () => {
    const made = field === null || comparison === null ? null : conditionOf(field, comparison, draft)
    if (made === null) setWrong(true)
    else onDone(made)
  }
  const change = (part: Partial<Draft>) => {
    setWrong(false)
    setDraft({ ...draft, ...part })
  }
  const pick = (next: string | null) => {
    setField(next)
    setOp(null)
    setDraft(nothing)
    setWrong(false)
  }
  return (
    <form
      className="filter-editor"
      aria-label={text(condition === null ? 'addFilter' : 'changeFilter')}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onCancel()
        }
      }}
    >
      <label>
        <span className="field-label">{text('field')}</span>
        <SelectInput
          aria-label={text('field')}
          placeholder={text('pickField')}
          value={field}
          onChange={pick}
          choices={askable.map((each) => ({ value: each.field, label: each.title }))}
        />
      </label>
      {asked !== undefined && asked.ops.length > 1 && (
        <label>
          <span className="field-label">{text('comparison')}</span>
          <SelectInput
            aria-label={text('comparison')}
            value={comparison}
            onChange={(next) => {
              setWrong(false)
              setOp(next)
            }}
            choices={asked.ops.map((each) => ({ value: each, label: text(`op.${each}`) }))}
          />
        </label>
      )}
      {asked !== undefined && comparison !== null && (
        <ValueEditor key={`${asked.field} ${comparison}`} asked={asked} op={comparison} draft={draft} onChange={change} />
      )}
      {wrong && (
        <p className="small tone-stop" role="alert">
          ×{' '}
          {text(
            comparison === 'in'
              ? 'chooseOne'
              : comparison === 'between' || comparison === 'days'
                ? 'wrongRange'
                : field === null
                  ? 'pickField'
                  : 'value',
          )}
        </p>
      )}
      <div className="dialog-foot">
        <Button submit size="small" kind="primary">
          {text('apply')}
        </Button>
      </div>
    </form>
  )
}

function ValueEditor({
  asked,
  op,
  draft,
  onChange,
}: {
  readonly asked: Askable
  readonly op: ConditionOp
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}) {
  const text = useText('grid')
  const { numbers, days } = draft
  switch (op) {
    case 'contains':
    case 'equals':
    case 'starts':
      return (
        <label>
          <span className="field-label">{text('value')}</span>
          <TextInput aria-label={text('value')} maxLength={60} value={draft.text} onChange={(next) => onChange({ text: next })} />
        </label>
      )
    case 'during':
      return (
        <label>
          <span className="field-label">{text('value')}</span>
          <SelectInput<Period>
            aria-label={text('value')}
            value={draft.period}
            onChange={(next) => {
              if (next !== null) onChange({ period: next })
            }}
            choices={periods.map((value) => ({ value, label: text(`period.${value}`) }))}
          />
        </label>
      )
    case 'days':
      return (
        <div className="filter-ends">
          <label>
            <span className="field-label">{text('from')}</span>
            <DayInput aria-label={text('from')} value={days.from} onChange={(from) => onChange({ days: { ...days, from } })} />
          </label>
          <label>
            <span className="field-label">{text('to')}</span>
            <DayInput aria-label={text('to')} value={days.to} onChange={(to) => onChange({ days: { ...days, to } })} />
          </label>
        </div>
      )
    case 'between': {
      const Input = asked.kind === 'money' ? MoneyEnd : asked.kind === 'hours' ? HoursEnd : NumberInput
      return (
        <div className="filter-ends">
          <label>
            <span className="field-label">{text('from')}</span>
            <Input
              aria-label={text('from')}
              value={numbers.from}
              onChange={(from: number | null) => onChange({ numbers: { ...numbers, from } })}
            />
          </label>
          <label>
            <span className="field-label">{text('to')}</span>
            <Input aria-label={text('to')} value={numbers.to} onChange={(to: number | null) => onChange({ numbers: { ...numbers, to } })} />
          </label>
        </div>
      )
    }
    case 'in':
      return (
        <fieldset className="filter-choices" aria-label={text('value')}>
          {asked.choices.map(({ value, label }) => (
            <Checkbox
              key={value}
              checked={draft.codes.includes(value)}
              onChange={({ target }) =>
                onChange({ codes: target.checked ? [...draft.codes, value] : draft.codes.filter((code) => code !== value) })
              }
            >
              {label}
            </Checkbox>
          ))}
        </fieldset>
      )
    case 'is':
      return asked.kind === 'mine' ? null : (
        <Checkbox checked={draft.yes} onChange={({ target }) => onChange({ yes: target.checked })}>
          {asked.title}
        </Checkbox>
      )
    case 'empty':
    case 'filled':
    case 'ids':
      return null
  }
}

// 分 are whole numbers; the condition holds them as such.
function MoneyEnd({
  value,
  onChange,
  ...rest
}: {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly 'aria-label': string
}) {
  return <MoneyInput {...rest} value={value as Fen | null} onChange={onChange} />
}

function HoursEnd(props: {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly 'aria-label': string
}) {
  return <NumberInput {...props} factor={100} />
}
