import { isHeldOut, saltOf, type MeasureNote } from '../../app/slots/arm/arm.ts'
import { comparedRuleOf } from '../../app/slots/arm/comparison-arm.ts'

/**
 * Runs where a block stands, before it is painted: says in `data-tandem-arm` of the page's root which arm its browser is in. Stylesheets
 * hide from the `held-out` what is measured. Of two rules that are compared, `data-tandem-rule` says which it sees where that is not the one
 * that everybody saw before. A browser that has no id yet is in no arm, on this page: its shopper has not been asked, and
 * nothing that was painted is taken away again. Whoever came here from the app's admin, or looks at a theme that is not live, is `own`.
 */
const { dataset: page } = document.documentElement
if (!page['tandemArm']) {
  let arm = 'unknown'
  try {
    if (location.search.includes('tandem_own')) localStorage.setItem('tandem:own', '1')
    const { Shopify } = window as { Shopify?: { readonly theme?: { readonly role?: string } } }
    const { salt, share, compared } = JSON.parse(document.currentScript!.dataset['tandemNote']!) as MeasureNote
    const visit = localStorage.getItem('tandem:visit')
    if (localStorage.getItem('tandem:own') || (Shopify?.theme?.role ?? 'main') !== 'main') arm = 'own'
    else if (visit) {
      arm = isHeldOut(saltOf(salt, 'cross-sell'), visit, share) ? 'held-out' : 'shown'
      if (compared && arm === 'shown') page['tandemRule'] = comparedRuleOf(salt, compared, visit)
    }
  } catch {}
  page['tandemArm'] = arm
}
