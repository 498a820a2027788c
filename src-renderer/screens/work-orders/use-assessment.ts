import { useEffect, useRef, useState } from 'react'
import { workOrderContent } from '#contract/work-order-content'
import { api } from '../../api.ts'
import { properPart } from '../../ui/proper-part.ts'
import { withoutBlankLines, type AssessInput, type Assessment, type OrderForm } from './order-form.ts'

type About = Pick<AssessInput, 'id' | 'unitId' | 'unit'>

const pause = 250

/**
 * Verdict, totals, findings and next steps of what is being typed, a moment after each change. What is not (yet) a
 * proper value counts as it was before. An answer about an older `version` of the record is none.
 */
export function useAssessment(form: OrderForm, about: About, version: number, enabled = true): Assessment | null {
  const [assessment, setAssessment] = useState<{ readonly version: number; readonly answer: Assessment } | null>(null)
  const asked = useRef(0)
  const aboutText = JSON.stringify(about)
  useEffect(() => {
    if (!enabled) return undefined
    const subject: About = JSON.parse(aboutText)
    let timer: ReturnType<typeof setTimeout> | undefined
    const assess = async () => {
      const content = properPart(workOrderContent, withoutBlankLines(form.getValues()), form.formState.defaultValues)
      if (content === null) return
      const turn = (asked.current += 1)
      const answer = await api.workOrders.assess({ ...subject, content }).catch(() => null)
      if (answer !== null && turn === asked.current) setAssessment({ version, answer })
    }
    void assess()
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer)
        timer = setTimeout(() => void assess(), pause)
      },
    })
    return () => {
      clearTimeout(timer)
      asked.current += 1
      stop()
    }
  }, [form, aboutText, version, enabled])
  return enabled && assessment?.version === version ? assessment.answer : null
}
