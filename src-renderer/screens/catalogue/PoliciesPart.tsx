import { useSearchParams } from 'react-router'
import { useApiQuery } from '../../api.ts'
import { today } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section, Toolbar } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/values.tsx'
import { newPolicy, type Policy } from './policy-form.ts'
import { PolicyPanel } from './PolicyPanel.tsx'
import { PolicyTerms } from './PolicyTerms.tsx'
import { useMakers } from './shared-columns.ts'

/**
 * The manufacturers' policies with their versions; `?policy=3` shows one, `new` begins one, `version=3` the next version of
 * one. `part=terms` shows its rates and terms, `terms=7` those (`new`: further ones).
 */
export function PoliciesPart() {
  const text = useText('catalogue')
  const mayManage = useMay('manageStation')
  const [asked, setAsked] = useSearchParams()
  const { data: policies, error } = useApiQuery('catalogue', 'policies', {})
  const makers = useMakers()
  if (error) return <Notice refusal={error} />
  if (!policies) return <Loading />
  const show = (what: Readonly<Record<string, string>>) => setAsked({ view: 'policies', ...what })
  const [maker] = makers
  const isNew = asked.get('policy') === 'new' && maker !== undefined
  const before = policies.find(({ id }) => String(id) === asked.get('version'))
  const chosen = isNew ? undefined : (before ?? policies.find(({ id }) => String(id) === asked.get('policy')) ?? policies[0])
  const nameOf = ({ manufacturerId }: Policy) => makers.find(({ id }) => id === manufacturerId)?.name ?? ''
  const part = asked.get('part') === 'terms' ? 'terms' : 'rules'
  const isKept = chosen !== undefined && before === undefined
  const isOver = ({ validTo }: Policy) => validTo !== null && validTo < today()
  return (
    <>
      <Section
        id="policies"
        title={text('list.policies')}
        actions={
          mayManage && (
            <Button
              kind={isNew || before !== undefined || part === 'terms' ? 'plain' : 'primary'}
              hotkey="Ctrl+N"
              disabled={maker === undefined}
              onClick={() => show({ policy: 'new' })}
            >
              {text('newPolicy')}
            </Button>
          )
        }
      >
        <Table
          label={text('list.policies')}
          rows={policies}
          rowKey={({ id }) => id}
          chosenKey={chosen?.id ?? null}
          empty={text('policiesNone')}
          onOpen={({ id }) => show({ policy: String(id), ...(part === 'terms' ? { part } : {}) })}
          columns={[
            { key: 'name', title: text('policy'), render: ({ name }) => name },
            { key: 'code', title: text('policyCode'), width: 130, render: ({ code }) => <span className="mono">{code}</span> },
            { key: 'maker', title: text('maker'), render: nameOf },
            {
              key: 'validity',
              title: text('validity'),
              width: 210,
              render: ({ validFrom, validTo }) =>
                validTo === null ? text('from', { from: validFrom }) : text('fromTo', { from: validFrom, to: validTo }),
            },
            {
              key: 'state',
              title: text('state'),
              width: 90,
              render: (policy) =>
                isOver(policy) ? (
                  <Tag tone="wait">{text('policyOver')}</Tag>
                ) : policy.validFrom > today() ? (
                  <Tag tone="now">{text('policyLater')}</Tag>
                ) : (
                  <Tag tone="ok">{text('policyNow')}</Tag>
                ),
            },
          ]}
        />
      </Section>
      {isNew && (
        <PolicyPanel
          key="new"
          mode="new"
          policy={newPolicy(maker.id, today())}
          makers={makers}
          onSaved={(id) => show({ policy: String(id) })}
          onVersion={() => undefined}
          onGone={() => show({})}
        />
      )}
      {isKept && (
        <Toolbar>
          <Views
            label={text('policyParts')}
            value={part}
            onChange={(next) => show({ policy: String(chosen.id), part: next })}
            views={[
              { value: 'rules', label: text('policyRules') },
              { value: 'terms', label: text('terms') },
            ]}
          />
        </Toolbar>
      )}
      {isKept && part === 'terms' && (
        <PolicyTerms
          key={chosen.id}
          policy={chosen}
          asked={asked.get('terms')}
          onAsk={(terms) => show({ policy: String(chosen.id), part, ...(terms === null ? {} : { terms }) })}
        />
      )}
      {chosen !== undefined && !(isKept && part === 'terms') && (
        <PolicyPanel
          key={`${before === undefined ? 'kept' : 'version'} ${chosen.id}`}
          mode={before === undefined ? 'kept' : 'version'}
          policy={chosen}
          makers={makers}
          onSaved={(id) => show({ policy: String(id) })}
          onVersion={() => show({ version: String(chosen.id) })}
          onGone={() => show({})}
        />
      )}
    </>
  )
}
