import { Fragment } from 'react'
import { Link } from 'react-router'
import type { ApiOutput } from '../../api.ts'
import { hours, money } from '../../format.ts'
import { useSentence, useText } from '../../messages/index.ts'
import { Section } from '../../ui/Page.tsx'
import { Money, StatusTag } from '../../ui/values.tsx'

type Claim = ApiOutput<'claims', 'get'>
type Line = Claim['lines'][number]

const sums = [
  ['partsFen', 'parts'],
  ['labourFen', 'labour'],
  ['outingFen', 'outing'],
  ['otherFen', 'other'],
  ['totalFen', 'total'],
] as const

/** The sums, under each the lines it is made of; then what of the order the maker is not asked for, and who bears it. */
export function ClaimAmounts({ claim: { claimed, approved, lines } }: { readonly claim: Claim }) {
  const text = useText('claims')
  const columns = approved === null ? 2 : 3
  const others = lines.filter((line) => !line.claimed)
  return (
    <Section id="amounts" title={text('amounts')}>
      <table className="amounts">
        <thead>
          <tr>
            <td />
            <th>{text('claimed')}</th>
            {approved && <th>{text('approved')}</th>}
          </tr>
        </thead>
        <tbody>
          {sums.map(([field, kind]) => (
            <Fragment key={field}>
              <tr className="amount-sum">
                <th scope="row">{text(kind)}</th>
                <td>
                  <Money fen={claimed[field]} />
                </td>
                {approved && (
                  <td>
                    <Money fen={approved[field]} />
                  </td>
                )}
              </tr>
              {lines
                .filter((line) => line.claimed && line.kind === kind)
                .map((line, index) => (
                  <tr key={index} className="amount-line">
                    <td colSpan={columns}>
                      <AmountLine line={line} />
                    </td>
                  </tr>
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {others.length > 0 && (
        <div className="amounts-other">
          <h3>{text('notClaimed')}</h3>
          <ul>
            {others.map((line, index) => (
              <li key={index}>
                <AmountLine line={line} />
                <StatusTag table="chargeMode" code={line.chargeMode} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}

/** What was done, how its amount comes about, and the old parts of it that were lost. */
function AmountLine({ line: { kind, name, qty, unitFen, amountFen, sum, lost } }: { readonly line: Line }) {
  const text = useText('claims')
  const say = useSentence()
  const many = kind === 'labour' ? `${hours(qty)} h` : qty
  return (
    <span className="amount-of">
      {name} <span className="figures">{unitFen === null ? money(amountFen) : `${many} × ${money(unitFen)} = ${money(amountFen)}`}</span>
      {sum.map((each, index) => (
        <span key={index} className="amount-why">
          {say(each)}
        </span>
      ))}
      {lost.map(({ id, labelNo, note }) => (
        <span key={id} className="amount-why">
          {text('lineLost', { note })}{' '}
          <Link className="link" to={`/old-parts?part=${id}`}>
            {text('oldPartOf', { no: labelNo })} →
          </Link>
        </span>
      ))}
    </span>
  )
}
