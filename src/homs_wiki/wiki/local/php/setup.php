<?php
// A maintenance script of a homs-wiki test wiki: makes accounts and pages.
//
// It reads what to make from its standard input, as JSON, so that no password stands in the
// arguments of a process, where everyone on the machine could read it:
//
// {
//   "accounts": [{"name": …, "password": …, "groups": […],
//                 "app": …, "secret": …, "grants": […]}],
//   "pages": [{"title": …, "text": …, "summary": …}]
// }
//
// An account that is there gets the password; "*" as the only grant is all of them; a page without
// title is the main page.

require_once ( getenv( 'MW_INSTALL_PATH' ) ?: '.' ) . '/maintenance/Maintenance.php';

use MediaWiki\MediaWikiServices;

class SetUpTestWiki extends Maintenance {
	public function __construct() {
		parent::__construct();
		$this->addDescription( 'Make the accounts and pages that standard input names, as JSON.' );
	}

	public function execute() {
		$wanted = json_decode( stream_get_contents( STDIN ), true, 512, JSON_THROW_ON_ERROR );
		foreach ( $wanted['accounts'] as $account ) {
			$this->makeAccount( $account );
		}
		$this->makePages( $wanted['pages'] );
	}

	private function makeAccount( array $account ) {
		$services = MediaWikiServices::getInstance();
		$user = User::newFromName( $account['name'], 'creatable' );
		if ( !$user ) {
			$this->fatalError( "{$account['name']}: not a name for an account" );
		}
		if ( !$user->getId() ) {
			$this->demand( $user->addToDatabase(), $account['name'] );
		}
		$this->demand( $user->changeAuthenticationData( [
			'username' => $user->getName(),
			'password' => $account['password'],
			'retype' => $account['password'],
		] ), $account['name'] );
		foreach ( $account['groups'] as $group ) {
			$services->getUserGroupManager()->addUserToGroup( $user, $group );
		}
		if ( $account['app'] !== null ) {
			$this->makeBotPassword( $user, $account );
		}
	}

	private function makeBotPassword( User $user, array $account ) {
		$services = MediaWikiServices::getInstance();
		$valid = $services->getGrantsInfo()->getValidGrants();
		$botPassword = BotPassword::newUnsaved( [
			'user' => $user,
			'appId' => $account['app'],
			'grants' => $account['grants'] === [ '*' ]
				? $valid : array_values( array_intersect( $account['grants'], $valid ) ),
		] );
		if ( !$botPassword ) {
			$this->fatalError( "{$account['name']}: the bot password could not be made" );
		}
		$secret = $services->getPasswordFactory()->newFromPlaintext( $account['secret'] );
		$known = BotPassword::newFromUser( $user, $account['app'], BotPassword::READ_LATEST );
		$this->demand( $botPassword->save( $known ? 'update' : 'insert', $secret ), $account['name'] );
	}

	private function makePages( array $pages ) {
		$services = MediaWikiServices::getInstance();
		$author = User::newSystemUser( User::MAINTENANCE_SCRIPT_USER, [ 'steal' => true ] );
		foreach ( $pages as $page ) {
			$title = $page['title'] === ''
				? Title::newMainPage() : Title::newFromText( $page['title'] );
			if ( !$title ) {
				$this->fatalError( "{$page['title']}: not a title of a page" );
			}
			$this->demand( $services->getWikiPageFactory()->newFromTitle( $title )->doUserEditContent(
				ContentHandler::makeContent( $page['text'], $title ),
				$author,
				$page['summary'],
				EDIT_INTERNAL | EDIT_SUPPRESS_RC
			), $page['title'] );
		}
	}

	private function demand( $status, string $what ) {
		if ( !$status->isOK() ) {
			$this->fatalError( "$what: " . $status->getMessage( false, false, 'en' )->text() );
		}
	}
}

$maintClass = SetUpTestWiki::class;
require_once RUN_MAINTENANCE_IF_MAIN;
