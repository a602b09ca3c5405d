export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p className="page-width">Everything is made on this machine. Your stories stay with you.</p>
    </footer>
  );
}
