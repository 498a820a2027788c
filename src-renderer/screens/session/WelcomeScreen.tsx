import { useState } from 'react'
import { z } from 'zod'
import { announce, useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields/fields.tsx'
import { NumberInput } from '../../ui/fields/inputs.tsx'
import { Form, useSchemaForm } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { GateCard } from './GateCard.tsx'

/** The fields of the empty station; the host checks them again (contract/session.ts setUp). */
const emptyStation = z.object({
  stationCode: z.string().regex(/^[A-Z0-9]{2,12}$/), stationName: z.string().trim().min(2).max(60), chiefName: z.string().trim().min(2).max(60), pin: z.string().regex(/^\d{4,8}$/),
})

/** First run: a demo station, or an empty one. */
export function WelcomeScreen() {
  const text = useText('session')
  const setUp = useApiCommand('session', 'setUp')
  const [orders, setOrders] = useState<number | null>(120)
  const { control, handleSubmit } = useSchemaForm(emptyStation, { stationCode: '', stationName: '', chiefName: '', pin: '' })
  const make = async (wanted: Parameters<typeof setUp.run>[0]) => { if ((await setUp.run(wanted)) !== null) announce(['*']) }
  return (
    <GateCard title={text('welcome')} hint={text('welcomeHint')}>
      <Notice refusal={setUp.refusal} />
      {setUp.running ? <Progress label={text('working')} done={null} of={0} /> : (
        <div className="starts">
          <section className="start">
            <h2>{text('demo')}</h2>
            <p>{text('demoHint')}</p>
            <label className="field-label" htmlFor="demo-orders">{text('demoOrders')}</label>
            <NumberInput id="demo-orders" value={orders} onChange={setOrders} autoFocus />
            <span className="spring" />
            <Button kind="primary" onClick={() => make({ kind: 'demo', orders: Math.min(5000, Math.max(0, orders ?? 0)) })}>{text('demoStart')}</Button>
          </section>
          <section className="start">
            <h2>{text('empty')}</h2>
            <p>{text('emptyHint')}</p>
            <Form label={text('empty')} onSubmit={handleSubmit((values) => make({ kind: 'empty', ...values }))}>
              <div>
                <TextField control={control} name="stationCode" label={text('stationCode')} hint={text('stationCodeHint')} upperCase mono maxLength={12} />
                <TextField control={control} name="stationName" label={text('stationName')} maxLength={60} />
                <TextField control={control} name="chiefName" label={text('chiefName')} maxLength={60} />
                <TextField control={control} name="pin" label={text('chiefPin')} hint={text('chiefPinHint')} password inputMode="numeric" maxLength={8} />
              </div>
              <Button submit>{text('emptyStart')}</Button>
            </Form>
          </section>
        </div>
      )}
    </GateCard>
  )
}
