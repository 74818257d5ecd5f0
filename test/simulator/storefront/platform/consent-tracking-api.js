// @ts-check

/**
 * Shopify's Customer Privacy API, as far as a storefront asks it. Whether shoppers must be asked is the shop's setting; what this one
 * said stands in the cookie `local_consent`: `yes`, `no`, or nothing yet.
 * @typedef {'analytics' | 'marketing' | 'preferences' | 'sale_of_data'} Purpose
 */
{
  const shopify = /** @type {any} */ (window).Shopify
  const isRequired = shopify.localConsent === 'required'
  /** @type {Purpose[]} */
  const purposes = ['analytics', 'marketing', 'preferences', 'sale_of_data']

  const said = () => /(?:^|; )local_consent=(yes|no)/.exec(document.cookie)?.[1] ?? ''
  const isAllowed = () => said() === 'yes' || (said() === '' && !isRequired)

  /** @param {Partial<Record<Purpose, boolean>>} consent @param {(error?: unknown) => void} [done] */
  const setTrackingConsent = (consent, done) => {
    const isGiven = Object.values(consent).some(Boolean)
    document.cookie = `local_consent=${isGiven ? 'yes' : 'no'}; path=/; samesite=lax`
    const allowed = { analyticsAllowed: isGiven, marketingAllowed: isGiven, preferencesAllowed: isGiven, saleOfDataAllowed: isGiven }
    document.dispatchEvent(new CustomEvent('visitorConsentCollected', { detail: allowed }))
    done?.()
  }

  shopify.customerPrivacy = {
    currentVisitorConsent: () => Object.fromEntries(purposes.map((purpose) => [purpose, said()])),
    analyticsProcessingAllowed: isAllowed,
    marketingAllowed: isAllowed,
    preferencesProcessingAllowed: isAllowed,
    saleOfDataAllowed: isAllowed,
    shouldShowBanner: () => isRequired && said() === '',
    setTrackingConsent,
  }
  document.dispatchEvent(new CustomEvent('shopifyCustomerPrivacyApiLoaded'))
}
