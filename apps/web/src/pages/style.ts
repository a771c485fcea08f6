import css from './page.css?inline';

/** The style sheet of every page, as it stands in its `<style>`. */
export const style = css;
