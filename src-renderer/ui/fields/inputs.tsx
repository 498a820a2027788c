import { CalendarOutlined } from '@ant-design/icons'
import { Checkbox, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { LocalDate } from '#domain/dates'
import type { Fen } from '#domain/money'
import { halfWidth } from '#domain/text'
import { figure, money, parseClock, parseDay, parseMoney, plainTyped, today } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { given } from '../given.ts'

export type Status = 'error' | 'warning' | ''
export type InputBasics = {
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly status?: Status | undefined
  readonly placeholder?: string | undefined
  readonly autoFocus?: boolean | undefined
  readonly onBlur?: (() => void) | undefined
  readonly 'aria-label'?: string | undefined
  readonly 'aria-describedby'?: string | undefined
}

type Typed<V> = InputBasics & {
  readonly value: V
  readonly onChange: (value: V) => void
  readonly shown: (value: V) => string
  /** undefined: what was typed is no such value */
  readonly parse: (typed: string) => V | undefined
  readonly onWrong: (raw: string | null) => void
  readonly className?: string
  readonly suffix?: React.ReactNode
  readonly inputMode?: 'decimal' | 'numeric' | undefined
}

/** Ctrl+S saves what is being typed too. */
const isSave = ({ key, ctrlKey, metaKey }: KeyboardEvent) => (ctrlKey || metaKey) && key.toLowerCase() === 's'

/** Thousands are separated once the field is left, not under the hand that types. */
const ungrouped = (figures: string) => figures.replaceAll(',', '')

/** An input whose text is put into its proper form when it is left, saved or Enter is pressed. Full-width digits are taken. */
function TypedInput<V>({ value, onChange, shown, parse, onWrong, onBlur, suffix, ...rest }: Typed<V>) {
  // What is typed belongs to the value it was typed over: once the value is another one, it is shown instead.
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: V } | null>(null)
  const typed = draft !== null && (Object.is(draft.over, value) || Number.isNaN(value)) ? draft.text : null
  const settle = () => {
    if (typed === null) return
    const parsed = parse(plainTyped(typed).trim())
    onWrong(parsed === undefined ? typed : null)
    if (parsed === undefined) return
    setDraft(null)
    if (!Object.is(parsed, value)) onChange(parsed)
  }
  const type = (next: string) => {
    const parsed = parse(plainTyped(next).trim())
    if (parsed === undefined || ungrouped(shown(parsed)) !== ungrouped(next)) {
      setDraft({ text: next, over: value })
      return
    }
    setDraft({ text: next, over: parsed })
    onWrong(null)
    onChange(parsed)
  }
  return (
    <Input
      {...given({ ...rest, suffix })}
      value={typed ?? shown(value)}
      onChange={(event) => type(event.target.value)}
      onFocus={(event: FocusEvent<HTMLInputElement>) => event.target.select()}
      onBlur={() => {
        settle()
        onBlur?.()
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter' || isSave(event)) settle()
      }}
    />
  )
}

type Valued<V> = InputBasics & {
  readonly value: V
  readonly onChange: (value: V) => void
  readonly onWrong?: ((message: string | null, raw: string | null) => void) | undefined
}

export type TextInputProps = InputBasics & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength?: number | undefined
  /** codes and plates: letters become capitals as they are typed */
  readonly upperCase?: boolean | undefined
  readonly mono?: boolean | undefined
  readonly password?: boolean | undefined
  readonly inputMode?: 'text' | 'numeric' | 'tel' | undefined
  /** id of a datalist with words to choose from */
  readonly list?: string | undefined
}

export function TextInput({ value, onChange, upperCase = false, mono = false, password = false, inputMode, ...rest }: TextInputProps) {
  // Codes, numbers and telephones typed with a Chinese keyboard come full-width.
  const isCode = upperCase || mono || password || inputMode === 'numeric' || inputMode === 'tel'
  const proper = (typed: string) => (upperCase ? halfWidth(typed).toUpperCase() : isCode ? halfWidth(typed) : typed)
  return (
    <Input
      {...given({ ...rest, inputMode })}
      value={value}
      type={password ? 'password' : 'text'}
      className={mono ? 'mono' : ''}
      // Until the input method has its word (苏), what it shows (su) is left alone: another text would break it off.
      onChange={(event) => onChange(isComposing(event.nativeEvent) ? event.target.value : proper(event.target.value))}
      onCompositionEnd={(event) => onChange(proper(event.currentTarget.value))}
    />
  )
}

const isComposing = (event: Event) => event instanceof InputEvent && event.isComposing

export function TextAreaInput({ value, onChange, maxLength, rows = 2, ...rest }: TextInputProps & { readonly rows?: number | undefined }) {
  const { upperCase: _upperCase, mono: _mono, password: _password, inputMode: _inputMode, list: _list, ...plain } = rest
  return (
    <Input.TextArea
      {...given(plain)}
      value={value}
      autoSize={{ minRows: rows, maxRows: 8 }}
      onChange={(event) => onChange(event.target.value)}
      {...(maxLength === undefined ? {} : { count: { show: true, max: maxLength } })}
    />
  )
}

/** Whole or decimal numbers; empty is null. `factor` 100 keeps hundredths (hours) as whole numbers. */
export function NumberInput({
  value,
  onChange,
  factor = 1,
  suffix,
  onWrong,
  ...rest
}: Valued<number | null> & { readonly factor?: number | undefined; readonly suffix?: string | undefined }) {
  const text = useText('ui')
  return (
    <TypedInput<number | null>
      {...rest}
      value={value}
      onChange={onChange}
      inputMode="decimal"
      className="amount"
      suffix={suffix}
      shown={(number) => figure(number, factor)}
      parse={(typed) => {
        if (typed === '') return null
        const number = Number(ungrouped(typed)) * factor
        return Number.isNaN(number) || Math.abs(number - Math.round(number)) > 1e-6 ? undefined : Math.round(number)
      }}
      onWrong={(raw) => onWrong?.(raw === null ? null : text('notANumber'), raw)}
    />
  )
}

/** Typed in 元, kept in 分. `suffix`: of what, where it is no plain sum. */
export function MoneyInput({ value, onChange, onWrong, suffix, ...rest }: Valued<Fen | null> & { readonly suffix?: string | undefined }) {
  const text = useText('ui')
  return (
    <TypedInput<Fen | null>
      {...rest}
      value={value}
      onChange={onChange}
      inputMode="decimal"
      className="amount"
      suffix={suffix}
      shown={(fen) => money(fen)}
      parse={(typed) => (typed === '' ? null : (parseMoney(typed) ?? undefined))}
      onWrong={(raw) => onWrong?.(raw === null ? null : text('notMoney'), raw)}
    />
  )
}

/** `2026-11-21`, `20261121`, `1121`; the calendar opens from the sign at the right. */
export function DayInput({ value, onChange, onWrong, disabled, ...rest }: Valued<LocalDate | null>) {
  const text = useText('ui')
  const [open, setOpen] = useState(false)
  return (
    <span className="day-input">
      <TypedInput<LocalDate | null>
        {...rest}
        disabled={disabled}
        value={value}
        onChange={onChange}
        inputMode="numeric"
        placeholder={disabled ? undefined : text('dayShape')}
        shown={(day) => day ?? ''}
        parse={(typed) => (typed === '' ? null : (parseDay(typed, today()) ?? undefined))}
        onWrong={(raw) => onWrong?.(raw === null ? null : text('notADay'), raw)}
        suffix={
          <button
            type="button"
            tabIndex={-1}
            className="input-sign"
            aria-label={text('calendar')}
            disabled={disabled}
            onClick={() => setOpen(!open)}
          >
            <CalendarOutlined />
          </button>
        }
      />
      {open && (
        <DatePicker
          open
          className="day-anchor"
          tabIndex={-1}
          aria-hidden
          value={value === null ? null : dayjs(value)}
          onOpenChange={setOpen}
          onChange={(day) => {
            onChange(day === null ? null : parseDay(day.format('YYYY-MM-DD'), today()))
            setOpen(false)
          }}
        />
      )}
    </span>
  )
}

/** `14:05`, `1405`, `9` */
export function TimeInput({ value, onChange, onWrong, ...rest }: Valued<string | null>) {
  const text = useText('ui')
  return (
    <TypedInput<string | null>
      {...rest}
      value={value}
      onChange={onChange}
      inputMode="numeric"
      placeholder={rest.disabled ? undefined : text('timeShape')}
      shown={(time) => time ?? ''}
      parse={(typed) => (typed === '' ? null : (parseClock(typed) ?? undefined))}
      onWrong={(raw) => onWrong?.(raw === null ? null : text('notATime'), raw)}
    />
  )
}

export function TickInput({
  id,
  disabled,
  value,
  onChange,
  children,
}: InputBasics & { readonly value: boolean; readonly onChange: (value: boolean) => void; readonly children?: React.ReactNode }) {
  return (
    <Checkbox
      {...(id === undefined ? {} : { id })}
      checked={value}
      disabled={disabled ?? false}
      onChange={(event) => onChange(event.target.checked)}
    >
      {children}
    </Checkbox>
  )
}
