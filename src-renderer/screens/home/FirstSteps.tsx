import { useNavigate } from 'react-router'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'

const steps = [
  { title: 'step1', hint: 'step1Hint', go: 'goSettings', to: '/settings' },
  { title: 'step2', hint: 'step2Hint', go: 'goImport', to: '/import' },
  { title: 'step3', hint: 'step3Hint', go: 'goOrder', to: '/work-orders/new' },
] as const

/** A station without an order yet. */
export function FirstSteps() {
  const text = useText('home')
  const navigate = useNavigate()
  return (
    <Section id="first" title={text('emptyTitle')}>
      <ol className="first-steps">
        {steps.map(({ title, hint, go, to }, index) => (
          <li key={title} className="first-step">
            <b>
              <i className="figures">{index + 1}</i>
              {text(title)}
            </b>
            <p>{text(hint)}</p>
            <Button kind={index === 2 ? 'primary' : 'plain'} onClick={() => void navigate(to)}>
              {text(go)}
            </Button>
          </li>
        ))}
      </ol>
    </Section>
  )
}
