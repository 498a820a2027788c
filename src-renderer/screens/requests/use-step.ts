import type { RequestDetail } from './request-words.ts'
import type { RequestEditor, RequestSaid } from './use-request.ts'

export type StepProps = {
  readonly event: string
  readonly detail: RequestDetail
  readonly editor: RequestEditor
  readonly onClose: () => void
}

/** The dialog closes once the step is taken; refused, it stays and says why. */
export function useStep({ event, editor, onClose }: StepProps) {
  return async (said: RequestSaid = {}) => {
    if (await editor.takeStep(event, said)) onClose()
  }
}
