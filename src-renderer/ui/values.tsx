import type { ReactNode } from 'react'
import { money, phone } from '../format.ts'
import { useWord, type WordTable } from '../messages/index.ts'
import { toneOf, toneSigns, type Tone } from './tones.ts'

/** 分 as `1,234.50`, figures under each other. */
export function Money({ fen, strong = false }: { readonly fen: number | null; readonly strong?: boolean }) {
  return <span className={strong ? 'figures strong' : 'figures'}>{money(fen)}</span>
}

/** Frame number, the last six strong: what people read to each other. */
export function FrameNumber({ value }: { readonly value: string }) {
  return (
    <span className="mono frame-number">
      {value.slice(0, -6)}
      <b>{value.slice(-6)}</b>
    </span>
  )
}

export function Phone({ value }: { readonly value: string }) {
  return <span className="figures">{phone(value)}</span>
}

/** Word, sign and colour. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      <span className="tag-sign" aria-hidden>
        {toneSigns[tone]}
      </span>
      {children}
    </span>
  )
}

/** A code of a status table of domain/words.ts. */
export function StatusTag({ table, code }: { readonly table: WordTable; readonly code: string }) {
  const word = useWord()
  return <Tag tone={toneOf(table, code)}>{word(table, code)}</Tag>
}

export type Fact = { readonly label: string; readonly value: ReactNode; readonly wide?: boolean }

/** Read mode: labels left of values, in as many columns as fit. */
export function Facts({ facts, columns }: { readonly facts: readonly Fact[]; readonly columns?: number }) {
  return (
    <dl className="facts" style={columns === undefined ? undefined : { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {facts.map(({ label, value, wide = false }) => (
        <div key={label} className="fact" data-wide={wide}>
          <dt>{label}</dt>
          <dd>{value === '' || value === null ? <span className="faint">—</span> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
