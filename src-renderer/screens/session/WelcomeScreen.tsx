import { useState } from 'react'
import { z } from 'zod'
import { announce, useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields/fields.tsx'
import { NumberInput } from '../../ui/fields/inputs.tsx'
import { FieldGrid, Form, useSchemaForm } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { GateCard } from './GateCard.tsx'
import { forgetTyped, isTyped, useKeptTyping } from './kept-typing.ts'
import { SetUpFoot, SetUpFrame } from './SetUpFrame.tsx'

/** First run: a station of one's own, or the demo station to look around in. */
export function WelcomeScreen() {
  const text = useText('session')
  const setUp = useApiCommand('session', 'setUp')
  const [orders, setOrders] = useState<number | null>(120)
  const [founding, setFounding] = useState(() => isTyped('station'))
  const make = async () => {
    if ((await setUp.run({ kind: 'demo', orders: Math.min(5000, Math.max(0, orders ?? 0)) })) !== null) announce(['*'])
  }
  if (founding) return <FoundStation onBack={() => setFounding(false)} />
  return (
    <GateCard title={text('welcome')} hint={text('welcomeHint')}>
      <Notice refusal={setUp.refusal} />
      {setUp.running ? (
        <Progress label={text('working')} done={null} of={0} />
      ) : (
        <div className="starts">
          <section className="start">
            <h2>{text('empty')}</h2>
            <p>{text('emptyHint')}</p>
            <span className="spring" />
            <Button kind="primary" hotkey="Ctrl+Enter" autoFocus onClick={() => setFounding(true)}>
              {text('emptyStart')}
            </Button>
          </section>
          <section className="start">
            <h2>{text('demo')}</h2>
            <p>{text('demoHint')}</p>
            <label className="field-label" htmlFor="demo-orders">
              {text('demoOrders')}
            </label>
            <NumberInput id="demo-orders" value={orders} onChange={setOrders} />
            <span className="spring" />
            <Button onClick={make}>{text('demoStart')}</Button>
          </section>
        </div>
      )}
    </GateCard>
  )
}

/** The fields of the empty station; the host checks them again (contract/session.ts setUp). */
const emptyStation = z.object({
  stationCode: z.string().regex(/^[A-Z0-9]{2,12}$/),
  stationName: z.string().trim().min(2).max(60),
  chiefName: z.string().trim().min(2).max(60),
  pin: z.string().regex(/^\d{4,8}$/),
})

const keptFields = ['stationCode', 'stationName', 'chiefName'] as const

/** The first step, after which there is a station and its chief sits here. */
function FoundStation({ onBack }: { readonly onBack: () => void }) {
  const text = useText('session')
  const setUp = useApiCommand('session', 'setUp')
  const form = useSchemaForm(emptyStation, { stationCode: '', stationName: '', chiefName: '', pin: '' })
  const { control, handleSubmit } = form
  useKeptTyping('station', form, keptFields)
  const submit = handleSubmit(async (values) => {
    if ((await setUp.run({ kind: 'empty', ...values })) === null) return
    forgetTyped('station')
    announce(['*'])
  })
  const back = () => {
    forgetTyped('station')
    onBack()
  }
  return (
    <SetUpFrame step="station">
      <Notice refusal={setUp.refusal} />
      <Form label={text('stepStation')} onSubmit={() => void submit()}>
        <FieldGrid columns={3}>
          <TextField
            control={control}
            name="stationCode"
            label={text('stationCode')}
            hint={text('stationCodeHint')}
            upperCase
            mono
            maxLength={12}
            autoFocus
          />
          <TextField control={control} name="stationName" label={text('stationName')} maxLength={60} span={2} />
          <TextField control={control} name="chiefName" label={text('chiefName')} maxLength={60} />
          <TextField control={control} name="pin" label={text('chiefPin')} hint={text('chiefPinHint')} inputMode="numeric" maxLength={8} />
        </FieldGrid>
        <SetUpFoot>
          <Button kind="quiet" onClick={back}>
            {text('stepBack')}
          </Button>
          <span className="spring" />
          <Button kind="primary" hotkey="Ctrl+Enter" running={setUp.running} onClick={() => submit()}>
            {text('stepSaveNext')}
          </Button>
        </SetUpFoot>
      </Form>
    </SetUpFrame>
  )
}
