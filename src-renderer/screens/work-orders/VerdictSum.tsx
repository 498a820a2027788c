import { Fragment } from 'react'
import type { ReckonedGroup, ReckonedLine } from '#domain/warranty-reckoning'
import { useSentence } from '../../messages/index.ts'
import { StatusTag } from '../../ui/values.tsx'
import type { Assessment } from './order-form.ts'

const signs = { fact: '', pass: '✓', fail: '×', ask: '!' } as const

/** One line of the sum; at its end the rules it follows. */
export function SumLine({ line: { mark, terms, sources } }: { readonly line: ReckonedLine }) {
  const say = useSentence()
  return (
    <li className="sum-line" data-mark={mark}>
      <span className="sum-mark" aria-hidden>
        {signs[mark]}
      </span>
      <span className="sum-terms">
        {terms.map(({ sign, said }, index) => (
          <Fragment key={`${said.key}-${String(index)}`}>
            {index > 0 && ' '}
            <span className="sum-term">
              {sign !== '' && <b className="sum-sign">{`${sign}\u00a0`}</b>}
              {say(said)}
            </span>
          </Fragment>
        ))}
      </span>
      <span className="sum-source">
        {sources.map(({ name, says }, index) => (
          <Fragment key={name.key}>
            {index > 0 && ' · '}
            <span title={say(says)}>{say(name)}</span>
          </Fragment>
        ))}
      </span>
    </li>
  )
}

/** 依据: the decision line by line, what each part came to, and the rules in full. */
export function VerdictSources({
  verdict,
  groups,
}: {
  readonly verdict: Assessment['verdict']
  readonly groups: readonly ReckonedGroup[]
}) {
  const say = useSentence()
  const rules = new Map(groups.flatMap(({ lines }) => lines.flatMap(({ sources }) => sources)).map((source) => [source.name.key, source]))
  return (
    <div className="verdict-sources">
      {rules.size > 0 && (
        <dl className="verdict-rules">
          {[...rules.values()].map(({ name, says }) => (
            <div key={name.key}>
              <dt>{say(name)}</dt>
              <dd>{say(says)}</dd>
            </div>
          ))}
        </dl>
      )}
      <ol className="verdict-all figures">
        {verdict.lines.map((line, index) => (
          <li key={`${line.key}-${String(index)}`}>{say(line)}</li>
        ))}
      </ol>
      {verdict.perLine.length > 0 && (
        <ul className="per-line">
          {verdict.perLine.map(({ partCode, partName, result, lines }, index) => (
            <li key={`${partCode}-${String(index)}`}>
              <b>{partName}</b> <span className="mono muted">{partCode}</span> <StatusTag table="eligibility" code={result} />
              <span className="muted">
                {say(lines.find(({ key }) => key.startsWith('warranty.scope')) ?? lines[0] ?? { key: 'warranty.scope.whole', params: {} })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
