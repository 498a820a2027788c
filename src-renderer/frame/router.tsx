import { Suspense } from 'react'
import { createHashRouter, useNavigate } from 'react-router'
import { useText } from '../messages/index.ts'
import { pages } from '../routes.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Loading } from '../ui/Progress.tsx'
import { Crash } from './Crash.tsx'
import { Frame } from './Frame.tsx'

function NotFound() {
  const text = useText('frame')
  const navigate = useNavigate()
  return (
    <Empty
      title={text('notFound')}
      hint={text('notFoundHint')}
      action={<Button onClick={() => void navigate('/')}>{text('goHome')}</Button>}
    />
  )
}

/** Pages stand behind `#/`, so that the same files work from a disk and from any address. */
export const appRouter = createHashRouter([
  {
    path: '/',
    element: <Frame />,
    errorElement: <Crash />,
    children: [
      ...pages.map(({ path, Screen }) => ({
        path,
        element: (
          <Suspense fallback={<Loading />}>
            <Screen />
          </Suspense>
        ),
        errorElement: <Crash />,
      })),
      { path: '*', element: <NotFound /> },
    ],
  },
])
