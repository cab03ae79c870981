// The link of this view for somebody else: it says language and light too, which a reader's own browser would choose otherwise.
import {language} from './i18n.js';
import * as state from './state.js';
import {isDark} from './theme.js';

export const link = () => new URL(state.address({lang: language, theme: isDark() ? 'dark' : 'light'}), location.href).href;
