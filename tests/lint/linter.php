<?php
// Reads wikitexts from the standard input, {name: text} as JSON, and writes what Parsoid's linter
// says of each, {name: [category, …]}. MediaWiki's own Linter shows what Parsoid finds.

require_once getenv( 'MW_INSTALL_PATH' ) . '/maintenance/Maintenance.php';

use MediaWiki\MediaWikiServices;
use MediaWiki\Revision\MutableRevisionRecord;
use MediaWiki\Revision\SlotRecord;
use Wikimedia\Parsoid\Parsoid;

class LintTexts extends Maintenance {
	public function execute() {
		$services = MediaWikiServices::getInstance();
		$parsoid = new Parsoid(
			$services->getParsoidSiteConfig(), $services->getParsoidDataAccess()
		);
		$title = Title::newFromText( 'Sandbox' );
		$found = [];
		foreach ( json_decode( stream_get_contents( STDIN ), true ) as $name => $text ) {
			$revision = new MutableRevisionRecord( $title );
			$revision->setContent( SlotRecord::MAIN, new WikitextContent( $text ) );
			$page = $services->getParsoidPageConfigFactory()->create( $title, null, $revision );
			$found[$name] = array_column( $parsoid->wikitext2lint( $page ), 'type' );
		}
		// Behind a line of its own: MediaWiki may have said something before.
		fwrite( STDOUT, "\n" . json_encode( (object)$found ) );
	}
}

$maintClass = LintTexts::class;
require_once RUN_MAINTENANCE_IF_MAIN;
