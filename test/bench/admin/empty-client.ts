import { hydrateRoot } from 'react-dom/client'
import { emptyPage } from './empty-page.ts'

hydrateRoot(document.getElementById('page')!, emptyPage())
