import { useApiQuery } from '../../api.ts'
import { today } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/values.tsx'
import type { Policy } from './policy-form.ts'
import { changedTerms, inForceOn, shownTerm, type TermsRow } from './policy-terms-form.ts'
import { TermsPanel } from './TermsPanel.tsx'

/** `asked`: the id of one, `first`, `new`; null: what is in force today. */
type Props = { readonly policy: Policy; readonly asked: string | null; readonly onAsk: (asked: string | null) => void }

const keyOf = ({ id }: TermsRow): string => String(id ?? 'first')

/** The rates and terms of a policy, which hold from a day of reception on, for all its versions. */
export function PolicyTerms({ policy, asked, onAsk }: Props) {
  const text = useText('catalogue')
  const word = useWord()
  const mayManage = useMay('manageStation')
  const { data, error } = useApiQuery('catalogue', 'policyTerms', { id: policy.id })
  if (error) return <Notice refusal={error} />
  if (!data) return <Loading />
  const { rows, earliest } = data
  const now = inForceOn(rows, today())
  const isNew = asked === 'new' && mayManage
  const chosen = isNew ? undefined : (rows.find((row) => keyOf(row) === asked) ?? now)
  const isTyped = isNew || (chosen !== undefined && chosen.validFrom !== null && chosen.settled === 0)
  const ticks = { yes: text('yes'), no: text('no') }
  const differsIn = (row: TermsRow) => {
    const before = rows[rows.indexOf(row) - 1]
    return before === undefined
      ? null
      : changedTerms(before.terms, row.terms).map((term) => (
          <span key={term} className="term-change">
            {text('termChanged', {
              term: word('policyTerm', term),
              before: shownTerm(word, before.terms, term, ticks),
              after: shownTerm(word, row.terms, term, ticks),
            })}
          </span>
        ))
  }
  return (
    <>
      <Section
        id="terms-list"
        title={text('terms')}
        beside={text('termsHint')}
        actions={
          mayManage && (
            <Button kind={isTyped ? 'plain' : 'primary'} hotkey="Ctrl+B" onClick={() => onAsk('new')}>
              {text('newTerms')}
            </Button>
          )
        }
      >
        <Table
          label={text('terms')}
          rows={rows}
          rowKey={keyOf}
          chosenKey={chosen === undefined ? null : keyOf(chosen)}
          empty=""
          onOpen={(row) => onAsk(keyOf(row))}
          columns={[
            { key: 'from', title: text('termsValidFrom'), width: 150, render: ({ validFrom }) => validFrom ?? text('firstTerms') },
            {
              key: 'state',
              title: text('state'),
              width: 90,
              render: (row) =>
                row === now ? (
                  <Tag tone="ok">{text('policyNow')}</Tag>
                ) : row.validFrom !== null && row.validFrom > today() ? (
                  <Tag tone="now">{text('policyLater')}</Tag>
                ) : (
                  <Tag tone="wait">{text('policyOver')}</Tag>
                ),
            },
            {
              key: 'settled',
              title: text('termsSettledOrders'),
              width: 130,
              right: true,
              render: ({ validFrom, settled }) => (validFrom === null ? '' : settled),
            },
            { key: 'differs', title: text('termsDiffer'), wrap: true, render: differsIn },
          ]}
        />
      </Section>
      {isNew && now !== undefined && (
        <TermsPanel
          key="new"
          isNew
          policy={policy}
          row={{ ...now, id: null, revision: 0, validFrom: earliest, settled: 0 }}
          onSaved={(id) => onAsk(String(id))}
          onGone={() => onAsk(null)}
        />
      )}
      {chosen !== undefined && (
        <TermsPanel
          key={keyOf(chosen)}
          isNew={false}
          policy={policy}
          row={chosen}
          onSaved={(id) => onAsk(String(id))}
          onGone={() => onAsk(null)}
        />
      )}
    </>
  )
}
