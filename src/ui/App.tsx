/** The whole page. */
export function App() {
  return <main>Clientele</main>;
}
