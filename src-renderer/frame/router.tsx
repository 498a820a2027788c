import { Suspense } from 'react'
import { createHashRouter, useRouteError } from 'react-router'
import { useText } from '../messages/index.ts'
import { pages } from '../routes.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Loading } from '../ui/Progress.tsx'
import { Frame } from './Frame.tsx'

/** A page that failed leaves the frame and every other page working. */
function Crash() {
  const text = useText('frame')
  const error = useRouteError()
  return (
    <div className="crash" role="alert">
      <h2>× {text('crashed')}</h2>
      <pre>{error instanceof Error ? error.message : String(error)}</pre>
      <Button kind="primary" onClick={() => window.location.reload()}>{text('reload')}</Button>
    </div>
  )
}

function NotFound() {
  const text = useText('frame')
  return <Empty title={text('notFound')} />
}

/** Pages stand behind `#/`, so that the same files work from a disk and from any address. */
export const appRouter = createHashRouter([
  {
    path: '/', element: <Frame />, errorElement: <Crash />,
    children: [
      ...pages.map(({ path, Screen }) => ({ path, element: <Suspense fallback={<Loading />}><Screen /></Suspense>, errorElement: <Crash /> })),
      { path: '*', element: <NotFound /> },
    ],
  },
])
