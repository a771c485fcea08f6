/** Behind a dialog. Not Radix's overlay: that one writes a style sheet into the page, which its policy forbids. */
export function Backdrop() {
  return <div className="fixed inset-0 z-20 bg-black/50" />;
}
