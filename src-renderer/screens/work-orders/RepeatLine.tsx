import { Link } from 'react-router'
import { ruleOfLine } from '#domain/warranty-sources'
import { useSentence } from '../../messages/index.ts'
import { Tag } from '../../ui/values.tsx'
import type { Assessment } from './order-form.ts'

export type EarlierOrder = { readonly id: number; readonly no: string }

type Props = {
  readonly verdict: Assessment['verdict']
  readonly earlier: readonly EarlierOrder[]
  /** with all earlier repairs and the rule in full */ readonly open: boolean
}

const tones = { none: 'wait', yellow: 'warn', red: 'stop' } as const

/** 同一故障第几次: which orders repaired it before, and how far it is to an exchange. */
export function RepeatLine({ verdict, earlier, open }: Props) {
  const say = useSentence()
  const { repeat, law } = verdict
  const counted = repeat.lines.find(({ key }) => key === 'warranty.repeat.count')
  if (counted === undefined) return null
  const more = repeat.lines.filter(({ key }) => key !== 'warranty.repeat.count' && (open || /yellow|red/.test(key)))
  return (
    <div className="repeat" data-level={repeat.level} data-rule="repeat">
      <Tag tone={tones[repeat.level]}>{say(counted)}</Tag>
      {repeat.orders.map((no) => {
        const order = earlier.find((each) => each.no === no)
        return order === undefined ? (
          <span key={no} className="figures">
            {no}
          </span>
        ) : (
          <Link key={no} className="link figures" to={`/work-orders/${order.id}`}>
            {no}
          </Link>
        )
      })}
      <span className="sum-source">
        {ruleOfLine(counted, [], law).map(({ name, says }) => (
          <span key={name.key} title={say(says)}>
            {say(name)}
          </span>
        ))}
      </span>
      {more.length > 0 && (
        <ul>
          {more.map((line, index) => (
            <li
              key={`${line.key}-${String(index)}`}
              className={line.key.endsWith('red') ? 'tone-stop' : line.key.endsWith('yellow') ? 'tone-warn' : ''}
            >
              {say(line)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
