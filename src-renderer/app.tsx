import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider, type ConfigProviderProps } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { RouterProvider } from 'react-router'
import { queryClient, useApiQuery } from './api.ts'
import { appRouter } from './frame/router.tsx'
import { SessionContext } from './frame/session.ts'
import { changeLanguage } from './messages/index.ts'
import { PairScreen } from './screens/session/PairScreen.tsx'
import { SetUpScreen } from './screens/session/SetUpScreen.tsx'
import { SignInScreen } from './screens/session/SignInScreen.tsx'
import { TroubleScreen } from './screens/session/TroubleScreen.tsx'
import { WelcomeScreen } from './screens/session/WelcomeScreen.tsx'
import { AppearanceContext, modeOf, paint, storeAppearance, whenStoredElsewhere, type Appearance } from './theme/appearance.ts'
import { antdTheme } from './theme/antd-theme.ts'
import { connectionNow, watchConnection } from './transport.ts'
import { OwnerContext } from './ui/grid/grid-memory.ts'
import { Notice } from './ui/Notice.tsx'

// CommonJS inside: some bundlers hand over the module, some its default.
const localeOf = (found: ConfigProviderProps['locale'] & { default?: ConfigProviderProps['locale'] }) => found.default ?? found

/** Everything: how it looks, who is here, and the page. */
export function App({ first }: { readonly first: Appearance }) {
  const [appearance, setAppearance] = useState(first)
  // Always the same function: the person's kept appearance is taken over by an effect that depends on it.
  const change = useCallback(
    (part: Partial<Appearance>) =>
      setAppearance((now) => {
        const next = { ...now, ...part }
        storeAppearance(next)
        return next
      }),
    [],
  )
  const control = useMemo(() => ({ appearance, mode: modeOf(appearance), change }), [appearance, change])
  useEffect(() => {
    paint(appearance)
    dayjs.locale(appearance.language === 'en' ? 'en' : 'zh-cn')
    void changeLanguage(appearance.language)
  }, [appearance])
  useEffect(() => whenStoredElsewhere(setAppearance), [])
  useEffect(() => {
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    const repaint = () => setAppearance((now) => ({ ...now }))
    system.addEventListener('change', repaint)
    return () => system.removeEventListener('change', repaint)
  }, [])
  const theme = useMemo(
    () => antdTheme(control.mode, appearance.density, appearance.scale),
    [control.mode, appearance.density, appearance.scale],
  )
  return (
    <AppearanceContext.Provider value={control}>
      <ConfigProvider theme={theme} locale={localeOf(appearance.language === 'en' ? enUS : zhCN) ?? zhCN} wave={{ disabled: true }}>
        <QueryClientProvider client={queryClient}>
          <Gate />
        </QueryClientProvider>
      </ConfigProvider>
    </AppearanceContext.Provider>
  )
}

/** Paired → station made → signed in → the pages. */
function Gate() {
  const connection = useSyncExternalStore(watchConnection, connectionNow)
  const { data: session, error, refetch } = useApiQuery('session', 'state', {})
  if (connection === 'unpaired') return <PairScreen onPaired={() => window.location.reload()} />
  if (error?.sentence.key.startsWith('db.')) return <TroubleScreen error={error} />
  // only where there is nothing yet to show: a refresh that failed does not take away what someone is typing in
  if (error && !session)
    return (
      <div className="gate">
        <Notice refusal={error} onRetry={() => void refetch()} />
      </div>
    )
  if (!session) return null
  if (!session.ready) return <WelcomeScreen />
  if (session.me === null) return <SignInScreen session={session} />
  return (
    <SessionContext.Provider value={session}>
      <OwnerContext.Provider value={String(session.me.id)}>
        {session.setUp !== null && session.me.role === 'chief' ? (
          <SetUpScreen step={session.setUp} />
        ) : (
          <RouterProvider router={appRouter} />
        )}
      </OwnerContext.Provider>
    </SessionContext.Provider>
  )
}
