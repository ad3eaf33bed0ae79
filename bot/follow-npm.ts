/** How often the parent is looked for, in ms. */
const everyMs = 1_000

/**
 * Calls `gone`, once, when npm has ended around us; does nothing where nobody started us through npm. npm hands SIGTERM
 * to the shell between us alone, which dies of it and tells us nothing: the desk would run on, with its port and its
 * folder, for whoever ended `npm start`.
 */
export function followNpm(
  env: Readonly<Record<string, string | undefined>>,
  parent: () => number,
  gone: () => void,
): void {
  if (env['npm_lifecycle_event'] === undefined) return
  const first = parent()
  const timer = setInterval(() => {
    if (parent() === first) return
    clearInterval(timer)
    gone()
  }, everyMs)
  timer.unref()
}
