import { useNavigate } from 'react-router'
import type { ApiOutput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { ProblemList } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { toneSigns } from '../../ui/tones.ts'
import { useBatchWords } from './claim-words.ts'

type Check = ApiOutput<'claims', 'get'>['checks'][number]

function toneOf({ problems, ok }: Check): 'ok' | 'warn' | 'stop' {
  if (!ok || problems.some(({ level }) => level === 'stop')) return 'stop'
  return problems.length > 0 ? 'warn' : 'ok'
}

const rank = { stop: 0, warn: 1, ok: 2 } as const

/** Every rule with ✓ ! ×, the failing ones first, each finding with its jump into the order. */
export function ClaimChecks({ checks, workOrderId }: { readonly checks: readonly Check[]; readonly workOrderId: number }) {
  const text = useText('claims')
  const navigate = useNavigate()
  const { ruleWord } = useBatchWords()
  const judged = checks.map((check) => ({ ...check, tone: toneOf(check) })).sort((a, b) => rank[a.tone] - rank[b.tone])
  const passed = judged.filter(({ tone }) => tone !== 'stop').length
  return (
    <Section
      id="checks"
      title={text('checks')}
      tone={judged[0]?.tone ?? 'ok'}
      beside={<span className="figures">{text('checksPassed', { passed, total: judged.length })}</span>}
    >
      <ul className="checks">
        {judged.map(({ rule, tone, problems }) => (
          <li key={rule} className="check">
            <span className={`check-sign tone-${tone}`} aria-hidden>
              {toneSigns[tone]}
            </span>
            <span>{ruleWord(rule)}</span>
            {problems.length > 0 && (
              <ProblemList
                problems={problems}
                onJump={(field) => void navigate(`/work-orders/${workOrderId}?field=${encodeURIComponent(field)}`)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
